/** `npm run check:data [-- DIR] [--only FILE-PREFIX]`: reads the whole dataset and says everything that is wrong with it. Exit code 1 when anything is. */
import fs from 'node:fs';
import englishWords from 'word-list';
import { checkDataset } from '../dataset/check';
import { readDataset, sayProblem } from '../dataset/load';
import { asked } from './asked';

const { positionals, values } = asked('check:data [-- FOLDER] [--only FILE]', { only: { type: 'string' } });
const { dataset, problems: shape } = readDataset(positionals[0] ?? 'data');
const ordinaryWords = new Set(fs.readFileSync(englishWords, 'utf8').split('\n'));
const found = [...shape, ...checkDataset(dataset, ordinaryWords)];
const shown = values.only ? found.filter((p) => p.file.startsWith(values.only as string)) : found;
for (const problem of shown) console.log(sayProblem(problem));
const tenures = dataset.offices.reduce((sum, o) => sum + o.holders.length, 0);
console.log(
  `${dataset.people.length} people, ${dataset.offices.length} offices, ${tenures} tenures, ${dataset.organisations.length} organisations, ${dataset.places.length} places, ${dataset.events.length} events, ${dataset.agreements.length} agreements: ${shown.length === 0 ? 'nothing wrong' : `${shown.length} problems`}`,
);
process.exitCode = shown.length === 0 ? 0 : 1;
