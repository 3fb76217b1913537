/** General knowledge about words that the dataset’s entities do not carry: `data/lexicon.yaml`, checked. */
import { z } from 'zod';

export const Lexicon = z.strictObject({
  givenNames: z
    .array(z.array(z.string().min(2)).min(1))
    .describe('Given names; the spellings of one name in one list (Alexander, Aleksandr, Aliaksandr, Олександр).'),
  otherGivenNames: z.array(z.string().min(2)).describe('Given names that have one spelling only.'),
  commonFamilyNames: z.array(z.string().min(2)).describe('Family names that many people bear: alone they say little.'),
  ordinaryWords: z.array(z.string().min(2)).describe('Ordinary words, place names and months that also are family names.'),
});
export type Lexicon = z.infer<typeof Lexicon>;
