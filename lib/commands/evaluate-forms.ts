/** How many forms of names (case endings, spellings) the pack knows as the person’s: attested forms, one a line. */
import fs from 'node:fs';
import { z } from 'zod';
import { ALIAS } from '../pack/layout';
import type { Pack } from '../pack/open';
import { scan, targetsOf } from '../recognise/scan';

const Form = z.object({ entity: z.string(), lang: z.string(), form: z.string() });
type Form = z.infer<typeof Form>;

export interface ScoredForms {
  readonly right: number;
  readonly of: number;
  readonly byLanguage: Readonly<Record<string, { readonly right: number; readonly of: number }>>;
  /** “entity, language: form”. */
  readonly missed: readonly string[];
}

/** The forms in a file of lines; undefined when its first line is something else. */
export function formsOf(file: string): Form[] | undefined {
  if (!file.endsWith('.jsonl') || !fs.existsSync(file)) return undefined;
  const lines = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const parse = (line: string): unknown => {
    try {
      return JSON.parse(line);
    } catch {
      return undefined;
    }
  };
  const forms = lines.map((line) => Form.safeParse(parse(line)));
  return lines.length > 0 && forms.every((f) => f.success) ? forms.map((f) => f.data as Form) : undefined;
}

/** `known` gives the entities of a title; a form is right when a name of one of them ends it. */
export function scoreForms(forms: readonly Form[], pack: Pack, known: (title: string) => ReadonlySet<string>): ScoredForms {
  const byLanguage: Record<string, { right: number; of: number }> = {};
  const missed: string[] = [];
  for (const { entity, lang, form } of forms) {
    const { starting, hitsAt, tokens } = scan({ id: 0, text: form, lang }, pack, undefined);
    const wanted = known(entity);
    const found = hitsAt.some((i) =>
      (starting[i] ?? []).some(
        (hit) => hit.to === tokens.count && [ALIAS.FAMILY, ALIAS.FULL].some((type) => targetsOf(pack, hit.node, type).some((e) => wanted.has(pack.idOf(e)))),
      ),
    );
    const tally = byLanguage[lang] ?? { right: 0, of: 0 };
    byLanguage[lang] = tally;
    tally.of++;
    if (found) tally.right++;
    else missed.push(`${entity}, ${lang}: ${form}`);
  }
  return { right: forms.length - missed.length, of: forms.length, byLanguage, missed };
}
