import { type Folded, fold } from '../reading/fold.ts';

/** Folds a text as one block, so that line breaks, which differ from site to site, fall away too. */
export function foldWhole(text: string): Folded {
  return fold({ text, blocks: [{ start: 0, end: text.length, kind: 'other' }] });
}
