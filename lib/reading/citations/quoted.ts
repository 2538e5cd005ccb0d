import { titleIssuer } from '../documents/issuing.ts';
import type { Line } from '../outline/lines.ts';
import type { Slices } from '../slices.ts';
import type { Relation } from '../types.ts';
import { articleAfter } from './articles.ts';
import type { Draft } from './draft.ts';
import { groupTitles } from './groups.ts';
import { resolveNames, titleKey } from './names.ts';
import type { DocNumber } from './numbers.ts';
import { openingLines } from './openings.ts';
import { pairNumbers } from './pairing.ts';
import { type Part, partFinder, startsPart } from './parts.ts';
import { relationOf } from './relations.ts';
import { isBareTitle, isDocumentTitle, type Title } from './titles.ts';

/** No sentence of a statute is read further than this around a title. */
const REACH = 220;

/** What `citeQuoted` needs to know of the text. */
export interface Quoting {
  text: string;
  lines: readonly Line[];
  parts: readonly Part[];
  numbers: readonly DocNumber[];
  /** The text only speaks about documents; and it explains one of them. */
  about: boolean;
  explains: boolean;
}

/**
 * Makes a citation of every title in 《》 that names an official document.
 *
 * @returns drafts in text order, and which numbers they used
 */
export function* citeQuoted(
  { text, lines, parts, numbers, about, explains }: Quoting,
  titles: readonly Title[],
): Slices<{ drafts: Draft[]; used: Uint8Array }> {
  const pairs = pairNumbers(text, titles, numbers);
  const used = new Uint8Array(numbers.length);
  for (const pair of pairs) if (pair >= 0) used[pair] = 1;
  yield;
  const partOf = titles.map(partFinderOf(parts));
  const { of, ownBare } = resolveNames(text, titles, (title, i) => ownNameOf(partOf[i] ?? null, title));
  yield;
  const relations = yield* relationsOf(text, lines, titles, parts, about);
  yield;
  if (explains) markExplained(of, relations);
  const byStart = new Map(numbers.map((number, i) => [number.start, i]));
  const drafts: Draft[] = [];
  titles.forEach((title, i) => {
    const number = numberIn(title, byStart, numbers);
    if (number !== null) {
      used[number] = 1;
      drafts.push(
        byNumber(text, title, numbers[number] as DocNumber, relations[i] as Relation, partOf[i] ?? null),
      );
      return;
    }
    const full = titles[of[i] as number];
    const part = partOf[i] ?? null;
    if (!full || ownBare[i]) return;
    const pair = numbers[(pairs[of[i] as number] ?? -1) as number];
    const cited = title.nested ? null : articleAfter(text, title.end);
    drafts.push({
      start: title.start,
      end: title.end,
      title: full.text,
      titleAt: { from: full.from, to: full.to },
      docNumber: pair?.value ?? ofAnnouncement(text, title),
      relation: relations[i] as Relation,
      article: cited?.article ?? null,
      part,
    });
  });
  return { drafts, used };
}

/** 《云岭省税务局关于…的公告》（2020年第3号）: the body that the title names, and its announcement's number. */
function ofAnnouncement(text: string, title: Title): string | null {
  const word = /[公通]告$/.exec(title.text)?.[0];
  const number = word && /^\(((?:19|20)\d\d年)第?(\d{1,4})号/.exec(text.slice(title.end, title.end + 16));
  const body = number ? titleIssuer(title.text) : null;
  return number && body ? `${body}${word}${number[1]}第${number[2]}号` : null;
}

/** The number that fills a pair of 《》: 《云岭海关公告2006年第4号》; null where the title is one. */
function numberIn(
  title: Title,
  byStart: ReadonlyMap<number, number>,
  numbers: readonly DocNumber[],
): number | null {
  const index = title.text.endsWith('号') ? byStart.get(title.from) : undefined;
  return index !== undefined && numbers[index]?.end === title.to ? index : null;
}

/** Its title stands in the bracket behind, if anywhere: 《云岭海关公告2006年第4号》（关于…的公告）. */
function byNumber(
  text: string,
  title: Title,
  number: DocNumber,
  relation: Relation,
  part: Part | null,
): Draft {
  const bracket = /^\(([^()\n]{6,90})\)/.exec(text.slice(title.end, title.end + 94))?.[1] ?? '';
  const named = isDocumentTitle(bracket);
  const from = title.end + 1;
  return {
    start: title.start,
    end: title.end,
    title: named ? bracket : null,
    titleAt: named ? { from, to: from + bracket.length } : null,
    docNumber: number.value,
    relation,
    article: null,
    part,
  };
}

function partFinderOf(parts: readonly Part[]): (title: Title) => Part | null {
  const find = partFinder(parts);
  return (title) => find(title.start);
}

/** The document's own title where a bare name such as 《办法》 stands for it. */
function ownNameOf(part: Part | null, title: Title): string | null {
  if (!part || !isBareTitle(title.text)) return null;
  for (const own of part.own) if (own.replace(/(?:\([^()]*\))+$/, '').endsWith(title.text)) return own;
  return null;
}

/** What an explanation explains: the document that it names most often, by its title or its short name. */
function markExplained(of: Int32Array, relations: Relation[]): void {
  if (relations.includes('interprets')) return;
  const times = new Map<number, number>();
  for (const full of of) if (full >= 0) times.set(full, (times.get(full) ?? 0) + 1);
  let most = -1;
  for (const [full, n] of times) if (most < 0 || n > (times.get(most) ?? 0)) most = full;
  for (const [i, full] of of.entries()) if (full === most && full >= 0) relations[i] = 'interprets';
}

/** Lists of titles that are looked at between two pauses. */
const A_SLICE = 200;

function* relationsOf(
  text: string,
  lines: readonly Line[],
  titles: readonly Title[],
  parts: readonly Part[],
  about: boolean,
): Slices<Relation[]> {
  const relations = new Array<Relation>(titles.length).fill('cites');
  const opening = openingLines(text, lines, startsPart(parts));
  let line = 0;
  for (const [i, group] of groupTitles(text, titles).entries()) {
    if (i % A_SLICE === 0) yield;
    while (line + 1 < lines.length && (lines[line + 1] as Line).start <= group.start) line++;
    const relation = relationOf({
      ...around(text, group.start, group.end),
      opening: opening[line] === 1,
      about,
    });
    for (const i of group.titles) relations[i] = relation;
  }
  let outer: Title | null = null;
  let part = 0;
  titles.forEach((title, i) => {
    while (part + 1 < parts.length && (parts[part + 1] as Part).from <= title.start) part++;
    if (!title.nested) outer = title;
    else if (outer && parts[part]?.own.has(titleKey(outer.text))) {
      // Inside the document's own title: what the document does to the other one.
      const before = text.slice(outer.from, title.start);
      const after = text.slice(title.end, outer.to);
      relations[i] = relationOf({ before, after, opening: false, about });
    }
  });
  return relations;
}

/** 。 ; ! ? and a line's end. */
function isStop(code: number): boolean {
  return code === 0x3002 || code === 0x3b || code === 10 || code === 0x21 || code === 0x3f;
}

/** The rest of the sentence on both sides of a place, not further than `REACH`. */
export function around(text: string, start: number, end: number): { before: string; after: string } {
  let from = start;
  const least = Math.max(0, start - REACH);
  while (from > least && !isStop(text.charCodeAt(from - 1))) from--;
  let to = end;
  const most = Math.min(text.length, end + REACH);
  while (to < most && !isStop(text.charCodeAt(to))) to++;
  return { before: text.slice(from, start), after: text.slice(end, to) };
}
