import { knownDay } from './calendar/days.ts';
import type { Atom } from './deadlines/atoms.ts';
import { beforeEvent } from './deadlines/before-event.ts';
import { due, dueAct } from './deadlines/due.ts';
import { effectiveAfter, effectiveDate, effectiveEvent } from './deadlines/effective.ts';
import { eventPeriods } from './deadlines/event-period.ts';
import { expiryDate, expiryLength } from './deadlines/expiry.ts';
import { type DeadlineCell, deadlineCells, fieldDue, ongoing } from './deadlines/fields.ts';
import { beginning, sinceEvent, waiting } from './deadlines/from.ts';
import { lawNotes } from './deadlines/law-notes.ts';
import { onDay } from './deadlines/on-day.ts';
import { period, periodBare, planPeriod, stage } from './deadlines/period.ts';
import { recurring, recurringLength } from './deadlines/recurring.ts';
import { sameDay } from './deadlines/same-day.ts';
import { scan } from './deadlines/scan.ts';
import { seasonLimits } from './deadlines/season.ts';
import { type Found, lookAt, type Rule, type Sight } from './deadlines/sight.ts';
import { planEnd, target, targetBare } from './deadlines/target.ts';
import { validity } from './deadlines/validity.ts';
import { within } from './deadlines/within.ts';
import { columnYear, type YearHead, yearHeads } from './deadlines/year-columns.ts';
import { blockAt, foldedOffset, unfold } from './fold.ts';
import type { Reading } from './read.ts';
import { finish, type Slices } from './slices.ts';
import type { Deadline, DocumentPart, Span } from './types.ts';

/**
 * Finds every time expression that binds or targets somebody, with its kind and value.
 *
 * First the pieces of time are found (`scan`), then each is shown to the rules of its sort, with the
 * sentence around it; the first rule that knows it decides. Years come from the text, else from the
 * dates of the document part in which the expression stands; never from today.
 *
 * @returns in text order, none overlapping another; never throws; linear in the text's length
 */
export function findDeadlines(reading: Reading): Deadline[] {
  return finish(deadlineSlices(reading));
}

/** Pieces of time that are read between two pauses. */
const A_SLICE = 100;

/** `findDeadlines` with pauses. */
export function* deadlineSlices(reading: Reading): Slices<Deadline[]> {
  const { folded, documents } = reading;
  const cells = deadlineCells(reading);
  const rules = rulesFor(cells, yearHeads(reading));
  const found: Found[] = [];
  for (const [i, part] of documents.entries()) {
    const from = i === 0 ? 0 : foldedOffset(folded, part.start);
    const next = documents[i + 1];
    yield;
    yield* findIn(
      reading,
      part,
      from,
      next ? foldedOffset(folded, next.start) : folded.text.length,
      rules,
      found,
    );
  }
  yield;
  const all = [...found, ...ongoing(folded.text, cells)].sort((a, b) => a.start - b.start || a.end - b.end);
  return disjoint(all).map((one) => toDeadline(reading, one));
}

type Rules = { [K in Atom['is']]: Rule<Extract<Atom, { is: K }>>[] };

function rulesFor(cells: readonly DeadlineCell[], heads: readonly YearHead[]): Rules {
  return {
    date: [
      expiryDate,
      fieldDue(inOrder(cells)),
      columnYear(inOrder(heads)),
      effectiveDate,
      beginning,
      onDay,
      stage,
      due,
      period,
      target,
      targetBare,
      periodBare,
      dueAct,
    ],
    plan: [planEnd, planPeriod],
    length: [effectiveAfter, expiryLength, validity, waiting, beforeEvent, recurringLength, within],
    cycle: [recurring],
    event: [effectiveEvent, sinceEvent, sameDay],
  };
}

/** Tells in which place an offset lies, for offsets asked in text order. */
function inOrder<P extends Span>(places: readonly P[]): (offset: number) => P | null {
  let i = 0;
  return (offset) => {
    while ((places[i]?.end ?? Number.POSITIVE_INFINITY) <= offset) i++;
    const place = places[i];
    return place && place.start <= offset ? place : null;
  };
}

/** Reads one document part, whose dates resolve years and 自印发之日起. */
function* findIn(
  reading: Reading,
  part: DocumentPart,
  from: number,
  to: number,
  rules: Rules,
  found: Found[],
): Slices<void> {
  const { folded, input } = reading;
  const { text, at } = folded;
  const { docNumber, kind } = part.metadata;
  const published = knownDay(part.metadata.published);
  const made = knownDay(part.metadata.issued) ?? published;
  const year = made
    ? Number(made.slice(0, 4))
    : Number(/(?:19|20)\d\d/.exec(docNumber ?? '')?.[0] ?? 0) || null;
  const news = kind === '新闻' || kind === '简报';
  if (!news) found.push(...eventPeriods(text, from, to), ...seasonLimits(text, from, to));
  let named: number | null = null;
  let begun: { from: string | null; start: number } | null = null;
  let yearly = false;
  let read = 0;
  let paragraph = text.indexOf('\n', from);
  for (const atom of scan(text, from, to, (offset) => (at[offset] ?? 0) - (at[offset - 1] ?? 0) > 1)) {
    if (++read % A_SLICE === 0) yield;
    // A year named before holds to the end of its paragraph.
    for (; paragraph >= 0 && paragraph < atom.start; paragraph = text.indexOf('\n', paragraph + 1)) {
      named = null;
      yearly = false;
    }
    const words = lookAt(text, atom.start, atom.end);
    const block = blockAt(input.blocks, at[atom.start] ?? 0);
    const sight: Sight = {
      ...words,
      around: { made, year, named },
      published,
      begun: begun && begun.start >= words.from ? begun : null,
      yearly,
      news,
      title: block?.kind === 'title' || block?.kind === 'heading',
    };
    const written = atom.is === 'date' ? (atom.until?.year ?? atom.date.year) : null;
    if (written !== null) {
      named = written;
      yearly = false;
    }
    const one = decide(atom, sight, rules);
    if (!one) continue;
    found.push(one);
    if (one.kind === 'recurring') yearly = one.every === 'year' && typeof one.to === 'string';
    if (one.kind === 'effective') begun = { from: one.from ?? null, start: one.start };
    else lawNotes(one, sight);
  }
}

function decide(atom: Atom, sight: Sight, rules: Rules): Found | null {
  // The list is the one for this sort of atom; TypeScript can't follow the index.
  for (const rule of rules[atom.is] as Rule<Atom>[]) {
    const found = rule(atom, sight);
    if (found !== null) return found || null;
  }
  return null;
}

/** Of two that overlap the later takes the whole if it holds the earlier (an anchor with a date in it), else the rest. */
function disjoint(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of found) {
    let last = kept[kept.length - 1];
    while (last && one.start <= last.start && one.end > last.end) {
      kept.pop();
      last = kept[kept.length - 1];
    }
    if (last && one.end <= last.end) continue;
    kept.push(last && one.start < last.end ? { ...one, start: last.end } : one);
  }
  return kept;
}

function toDeadline({ input, folded }: Reading, one: Found): Deadline {
  const place = unfold(folded, one.start, one.end);
  const anchor = one.anchor ? unfold(folded, one.anchor.start, one.anchor.end) : null;
  return {
    ...place,
    text: input.text.slice(place.start, place.end),
    kind: one.kind,
    from: one.from ?? null,
    to: one.to ?? null,
    count: one.count ?? null,
    unit: one.unit ?? null,
    anchor: anchor && input.text.slice(anchor.start, anchor.end),
    every: one.every ?? null,
    ...(one.derived ? { derived: true } : {}),
    ...(one.notes?.length ? { notes: one.notes } : {}),
  };
}
