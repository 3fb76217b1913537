/** What a command was asked on the command line. What it cannot take is told in one line with the usage, and ends it with code 2; `--help` ends it with 0. */
import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
const HELP = { help: { type: 'boolean', short: 'h' } } as const;

/** `usage`: what stands after `npm run `, with a line for what is not plain from it. */
export function asked<const O extends Options>(usage: string, options: O) {
  try {
    const read = parseArgs({ allowPositionals: true, options: { ...options, ...HELP } as O & typeof HELP });
    if ((read.values as { help?: boolean }).help) {
      console.log(`npm run ${usage}`);
      process.exit(0);
    }
    return read;
  } catch (error) {
    return refuse((error as Error).message.replace(/\. To specify a positional.*$/, ''), usage);
  }
}

/** The value of an option that counts something. */
export function countOf(name: string, text: string, least = 0): number {
  const count = Number(text);
  return Number.isSafeInteger(count) && count >= least ? count : refuse(`--${name}: expected a whole number of at least ${least}, found ${text}`);
}

/** Ends the command: it cannot do what was asked. */
export function refuse(why: string, usage?: string): never {
  console.error(usage ? `${why}\nnpm run ${usage}` : why);
  process.exit(2);
}
