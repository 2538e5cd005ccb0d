import type { EntryKind } from './types.ts';

/**
 * How common a term is to the readers of such pages; where marks must be few, the less common come first.
 *
 * That a term stands in many policy documents does not make it plain: 一网通办 stands in most. What is plain
 * is a word that everybody uses (公示, 罚款), and next to it the names of offices and sorts of documents, which
 * whoever reads one document has met. Only among equals does the number of documents decide.
 */
const PLAIN: Record<EntryKind, number> = {
  platform: 0,
  mechanism: 0,
  programme: 0,
  place: 0,
  sector: 0,
  slogan: 0,
  right: 1,
  concept: 1,
  body: 2,
  'document-type': 2,
};
const EVERYDAY = 3;
/** More than there are documents. */
const STEP = 1_000_000;

/**
 * @param everyday whether the term is a word of everyday language
 * @param documents in how many known documents it stands
 * @returns the more, the more common
 */
export function commonness(kind: EntryKind, everyday: boolean, documents: number): number {
  return (everyday ? EVERYDAY : PLAIN[kind]) * STEP + documents;
}

let words: Intl.Segmenter | null = null;

/** Whether a term is one word of the dictionary by which text is cut into words (ICU's), as names are not. */
export function isEveryday(term: string): boolean {
  if (!/^\p{Script=Han}+$/u.test(term)) return false;
  words ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return [...words.segment(term)].length === 1;
}
