import { describe } from '../../../lib/notes/anchor.ts';
import type { Anchor } from '../../../lib/notes/types.ts';
import { madeDocuments } from './cases.ts';
import { outlineOf } from './documents.ts';
import { MUTATIONS } from './mutations.ts';
import { Random } from './random.ts';
import { tracked } from './tracked.ts';

export interface LongPage {
  /** How the page differs from the text that the notes were made on. */
  name: string;
  text: string;
}

/** Length of the longest page of the budgets. */
const LENGTH = 232_000;
const NOTES = 1000;

/** A page of 232,000 characters with 1,000 notes on its sentences, and that page as it may look another day. */
export function longPages(): { anchors: Anchor[]; pages: LongPage[] } {
  const random = new Random(5);
  const text = madeDocuments(100, 9)
    .map((made) => made.text)
    .join('\n')
    .slice(0, LENGTH);
  const sentences = [...text.matchAll(/[^。\n]{6,}。?/g)];
  const outline = outlineOf(text);
  const anchors = Array.from({ length: NOTES }, () => {
    const { index, 0: words } = random.pick(sentences);
    const within = { start: Math.max(0, index - 3000), end: Math.min(text.length, index + 3000) };
    return describe(text, { start: index, end: index + words.length }, outline, within);
  }).filter((anchor) => anchor !== null);
  const wanted = [
    'the same page',
    'site chrome around it',
    'noise of text recognition, 2 %',
    'amended version',
  ];
  const pages = MUTATIONS.filter(({ name }) => wanted.includes(name)).map(({ name, change }) => ({
    name,
    text: change(tracked(text), random).text,
  }));
  return { anchors, pages };
}
