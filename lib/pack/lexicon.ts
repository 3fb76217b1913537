/** General knowledge about words that the dataset’s entities do not carry: `data/lexicon.yaml`, checked. */
import { z } from 'zod';
import { AnyId, Names } from '../dataset/schema';

const Words = z.union([z.string().min(2), z.array(z.string().min(2)).min(1)]);

export const Lexicon = z.strictObject({
  givenNames: z
    .array(z.array(z.string().min(2)).min(1))
    .describe('Given names; the spellings of one name in one list (Alexander, Aleksandr, Aliaksandr, Олександр).'),
  otherGivenNames: z.array(z.string().min(2)).describe('Given names that have one spelling only.'),
  commonFamilyNames: z.array(z.string().min(2)).describe('Family names that many people bear: alone they say little.'),
  ordinaryWords: z.array(z.string().min(2)).describe('Ordinary words, place names and months that also are family names.'),
  adjectives: z
    .record(z.string(), z.record(z.string(), Words))
    .describe('Adjectives of countries by language and by ISO code of the country, masculine singular.'),
  otherNames: z.record(AnyId, Names).describe('Names of organisations, offices and agreements, by id, in languages in which the dataset lists none.'),
});
export type Lexicon = z.infer<typeof Lexicon>;
