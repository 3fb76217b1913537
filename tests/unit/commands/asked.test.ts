import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const tsx = 'node_modules/tsx/dist/cli.mjs';

test('--help says how a command is called', () => {
  const said = execFileSync(process.execPath, [tsx, 'lib/commands/data-audit.ts', '--help'], { encoding: 'utf8' });
  expect(said).toBe('npm run data:audit -- --seed N [--share 0.05] [FOLDER]\n');
});

test('what a command cannot take is told with its usage, and ends it with code 2', () => {
  for (const [given, why] of [
    [['--wrong'], "Unknown option '--wrong'"],
    [['--seed', 'many'], 'give a whole number as seed'],
  ] as const) {
    const { status, stderr } = spawnSync(process.execPath, [tsx, 'lib/commands/data-audit.ts', ...given], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain(why);
    expect(stderr).toContain('npm run data:audit -- --seed N');
    expect(stderr).not.toContain('    at ');
  }
});
