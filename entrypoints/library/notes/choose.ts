import { type TaskFilter, taskFitter } from '../../../components/filter-notes.ts';
import type { Entry } from '../../../lib/notes/search.ts';
import type { AnchorState, Colour, NotedDocument } from '../../../lib/notes/types.ts';
import { today } from '../../../lib/settings/today.ts';

/** Which notes the library shows, and in which order; null where anything will do. */
export interface Wish {
  words: string;
  document: string | null;
  issuer: string | null;
  place: string | null;
  tag: string | null;
  colour: Colour | null;
  task: TaskFilter | null;
  /** Where its text was found when its page was last read; `unseen`: it was not read since. */
  state: AnchorState | 'unseen' | null;
  /** Days in Asia/Shanghai between which a note was last written, ISO; null for no limit. */
  from: string | null;
  to: string | null;
  sort: Sort;
}

export const SORTS = ['updated', 'created', 'due', 'document'] as const;
export type Sort = (typeof SORTS)[number];

export const NO_WISH: Wish = {
  words: '',
  document: null,
  issuer: null,
  place: null,
  tag: null,
  colour: null,
  task: null,
  state: null,
  from: null,
  to: null,
  sort: 'updated',
};

/** Whether a wish leaves out any note. */
export function isNarrow({ sort: _, words, ...rest }: Wish): boolean {
  return words.trim() !== '' || Object.values(rest).some((value) => value !== null);
}

type Known = Pick<NotedDocument, 'key' | 'issuers' | 'lastRead'>;

/**
 * Tells of notes whether a wish keeps them, but for its words.
 *
 * @param documents all that have notes, by their keys
 * @param day today in Asia/Shanghai, ISO
 * @param seen where notes were found last, by their ids
 */
export function keeperOf(
  wish: Wish,
  documents: ReadonlyMap<string, Known>,
  day: string,
  seen: ReadonlyMap<string, { state: AnchorState }>,
): (entry: Entry) => boolean {
  const { document, issuer, place, tag, colour, task, state, from, to } = wish;
  const fitsTask = task && taskFitter(task, day);
  const fits = new Set(
    [...documents.values()]
      .filter(({ issuers }) => issuer === null || issuers.includes(issuer))
      .filter((one) => place === null || placeOf(one) === place)
      .map(({ key }) => key),
  );
  const anyDocument = issuer === null && place === null;
  return (entry) =>
    (document === null || entry.document === document) &&
    (anyDocument || fits.has(entry.document)) &&
    (tag === null || entry.tags.includes(tag)) &&
    (colour === null || entry.colour === colour) &&
    (!fitsTask || fitsTask(entry.task, entry.due)) &&
    (state === null || (seen.get(entry.id)?.state ?? 'unseen') === state) &&
    (from === null || dayOf(entry) >= from) &&
    (to === null || dayOf(entry) <= to);
}

function dayOf({ updated }: Entry): string {
  return today(new Date(updated));
}

/**
 * Puts found notes in order. Those without a due day come last by that order.
 *
 * @param found the last written first
 * @param positions where each note stands in its document, by its id
 */
export function inOrder(
  found: readonly Entry[],
  sort: Sort,
  documents: ReadonlyMap<string, Known>,
  positions: ReadonlyMap<string, number>,
): readonly Entry[] {
  if (sort === 'updated') return found;
  if (sort === 'created') return [...found].sort((a, b) => down(a.created, b.created));
  if (sort === 'due') return [...found].sort((a, b) => -down(a.due ?? '9', b.due ?? '9'));
  const read = (entry: Entry) => documents.get(entry.document)?.lastRead ?? '';
  const at = (entry: Entry) => positions.get(entry.id) ?? 0;
  return [...found].sort((a, b) => down(read(a), read(b)) || down(a.document, b.document) || at(a) - at(b));
}

/** The greater string first. */
function down(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

/** A province, city, district or the like at the start of a body's name; 市场 and 区域 are none. */
const PLACE =
  /^(?!国家|中国|全国)[\u4e00-\u9fff]{1,8}?(?:自治区|特别行政区|新区|省|自治州|市(?!场)|区(?!域)|县|旗)/;

/** The place whose bodies issued a document, as their names begin; null for a national body or none. */
export function placeOf({ issuers }: Pick<NotedDocument, 'issuers'>): string | null {
  for (const issuer of issuers) {
    const place = PLACE.exec(issuer)?.[0];
    if (place && place.length > 2) return place;
  }
  return null;
}
