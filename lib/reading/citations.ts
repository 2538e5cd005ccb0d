import { type Annex, findAnnexes } from './citations/annexes.ts';
import { findInner, referenceFinder } from './citations/articles.ts';
import type { Draft } from './citations/draft.ts';
import { findListed } from './citations/lists.ts';
import { titleKey } from './citations/names.ts';
import { type DocNumber, findNumbers } from './citations/numbers.ts';
import { type Part, partFinder, partsOf } from './citations/parts.ts';
import { asPrinted } from './citations/printed.ts';
import { around, citeQuoted } from './citations/quoted.ts';
import { relationOf } from './citations/relations.ts';
import { settle } from './citations/settle.ts';
import { findTitles } from './citations/titles.ts';
import { titleBefore } from './citations/unquoted.ts';
import { foldedOffset, unfold } from './fold.ts';
import { type Line, linesOf } from './outline/lines.ts';
import type { Reading } from './read.ts';
import { finish, type Slices } from './slices.ts';
import { stanceOf } from './stance.ts';
import type { Citation } from './types.ts';

/**
 * Finds every other document that the text names, by title or by number, and the references to places
 * of the text itself.
 *
 * @param reading the folded text with its outline and documents
 * @returns citations in text order; linear time
 */
export function findCitations(reading: Reading): Citation[] {
  return finish(citationSlices(reading));
}

/** `findCitations` with pauses. */
export function* citationSlices(reading: Reading): Slices<Citation[]> {
  const { input, folded } = reading;
  const { text } = folded;
  const lines = linesOf(folded, input.blocks);
  const parts = partsOf(folded, reading.documents);
  const numbers = findNumbers(text);
  yield;
  const stance = stanceOf(input);
  const titles = findTitles(text);
  yield;
  const { drafts, used } = yield* citeQuoted({ text, lines, parts, numbers, ...stance }, titles);
  yield;
  const partAt = partFinder(parts);
  const starts = new Set(parts.map((part) => part.from));
  // Their numbers are theirs already.
  const listedNumbers = new Set<number>();
  const byPlace = new Map(drafts.map((draft) => [draft.start, draft]));
  for (const listed of findListed(text, lines, (line) => starts.has(line.start))) {
    listedNumbers.add(listed.numberAt);
    if (listed.quoted) {
      const draft = byPlace.get(listed.start);
      if (draft?.relation === 'cites') draft.relation = listed.relation;
      if (draft) draft.docNumber ??= listed.docNumber;
      continue;
    }
    drafts.push({
      ...listed,
      titleAt: { from: listed.start, to: listed.end },
      article: null,
      part: partAt(listed.start),
    });
  }
  yield;
  citeNumbers(
    text,
    numbers,
    (number, i) => used[i] === 1 || listedNumbers.has(number.start),
    drafts,
    parts,
    stance.about,
  );
  yield;
  const annexes = findAnnexes(text, lines);
  citeAnnexes(annexes, drafts, parts);
  yield;
  const citations = settle(drafts, parts).map(
    (draft): Citation => ({
      ...unfold(folded, draft.start, draft.end),
      title: draft.titleAt ? asPrinted(input.text, folded, draft.titleAt.from, draft.titleAt.to) : null,
      docNumber: draft.docNumber,
      relation: draft.relation,
      article: draft.article,
    }),
  );
  for (const inner of yield* innerReferences(reading, lines, parts, drafts, annexes)) citations.push(inner);
  return citations.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** （…令第48号修改）: what once changed the document before it. */
const REVISES = /^(?:修改|修正|修订)\)/;

/** Numbers that stand alone, or behind a title without 《》. */
function citeNumbers(
  text: string,
  numbers: readonly DocNumber[],
  taken: (number: DocNumber, index: number) => boolean,
  drafts: Draft[],
  parts: readonly Part[],
  about: boolean,
): void {
  const partAt = partFinder(parts);
  numbers.forEach((number, i) => {
    const part = partAt(number.start);
    if (taken(number, i)) return;
    const named = titleBefore(text, number, numbers[i - 1]?.end ?? 0);
    const start = named?.start ?? number.start;
    drafts.push({
      start,
      end: named?.end ?? number.end,
      title: named?.title ?? null,
      titleAt: named && { from: named.start, to: named.end },
      docNumber: number.value,
      relation: REVISES.test(text.slice(number.end, number.end + 3))
        ? 'cites'
        : relationOf({ ...around(text, start, number.end), opening: false, about }),
      article: null,
      part,
    });
  });
}

/** No document attaches more; each is compared with every other one. */
const MOST_ANNEXES = 300;

/** The attachments, where they are not named in 《》 already: there 《…》（附件2） is the same one. */
function citeAnnexes(annexes: readonly Annex[], drafts: Draft[], parts: readonly Part[]): void {
  const named = drafts
    .filter((draft) => draft.relation === 'attaches')
    .map((draft) => titleKey(draft.title ?? ''));
  const taken = new Map(drafts.map((draft) => [draft.titleAt?.from, draft]));
  const partAt = partFinder(parts);
  for (const annex of annexes.slice(0, MOST_ANNEXES)) {
    const same = taken.get(annex.start);
    if (same) {
      if (same.relation === 'cites') same.relation = 'attaches';
      continue;
    }
    const key = titleKey(annex.title);
    if (named.some((name) => key.startsWith(name) || name.startsWith(key))) continue;
    named.push(key);
    drafts.push({
      start: annex.start,
      end: annex.end,
      title: annex.title,
      titleAt: { from: annex.start, to: annex.end },
      docNumber: null,
      relation: 'attaches',
      article: null,
      part: partAt(annex.start),
    });
  }
}

function* innerReferences(
  { folded, outline }: Reading,
  lines: readonly Line[],
  parts: readonly Part[],
  drafts: readonly Draft[],
  annexes: readonly Annex[],
): Slices<Citation[]> {
  const places = new Map<number, { start: number; end: number }>();
  for (const annex of annexes) if (annex.number) places.set(annex.number, annex);
  for (const item of outline) {
    const number = item.label.startsWith('附') ? /^附[件录表](\d+)$/.exec(item.label)?.[1] : undefined;
    // The attachment itself is a better place than its line in the list.
    if (number)
      places.set(Number(number), {
        start: foldedOffset(folded, item.start),
        end: foldedOffset(folded, item.end),
      });
  }
  const closed = new Set(drafts.map((draft) => draft.end));
  const found: Citation[] = [];
  const reference = referenceFinder(folded.text);
  let next = 0;
  for (const part of parts) {
    while (next < lines.length && (lines[next] as Line).start < part.from) next++;
    const first = next;
    while (next < lines.length && (lines[next] as Line).start < part.to) next++;
    const references = yield* findInner(
      folded.text,
      lines.slice(first, next),
      reference,
      (offset) => closed.has(offset),
      places,
    );
    for (const { start, end, article, to } of references) {
      found.push({
        ...unfold(folded, start, end),
        title: null,
        docNumber: null,
        relation: 'cites',
        article,
        inner: to && unfold(folded, to.start, to.end),
      });
    }
  }
  return found;
}
