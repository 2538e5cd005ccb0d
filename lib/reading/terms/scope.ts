import type { Reading } from '../read.ts';
import type { OutlineItem, Span } from '../types.ts';

/** The words with which a definition binds itself to a part of its document. */
const PARTS: readonly [RegExp, RegExp][] = [
  [/本章(?:所称|中|内)/, /^第.*章/],
  [/本节(?:所称|中|内)/, /^第.*节/],
  // 前款所称 says where the word stands, not where its meaning ends.
  [/本[条款项](?:所称|中|内|第)/, /^第.*条/],
];

/**
 * Says where a definition holds.
 *
 * @returns a function from a term's place (ascending) and its clause to the scope: the chapter, section
 *   or article that the clause names (本章所称, 本条所称), else the document that holds the clause
 */
export function scopeFinder(reading: Reading): (at: number, clause: Span) => Span {
  const { input, outline, documents } = reading;
  return (at, clause) => {
    const document = documents.find((part) => part.start <= at && at < part.end);
    const whole = document
      ? { start: document.start, end: document.end }
      : { start: 0, end: input.text.length };
    const words = input.text.slice(clause.start, Math.min(clause.end, clause.start + 12)).replace(/\s/g, '');
    for (const [names, label] of PARTS) if (names.test(words)) return partAround(outline, at, label, whole);
    return whole;
  };
}

/** From the heading of that kind before `at` to the next heading of its level or above. */
function partAround(outline: readonly OutlineItem[], at: number, label: RegExp, whole: Span): Span {
  let index = lastBefore(outline, at);
  while (index >= 0 && !label.test((outline[index] as OutlineItem).label)) index--;
  const heading = outline[index];
  if (!heading || heading.start < whole.start) return whole;
  const next = outline.slice(index + 1).find((item) => item.level <= heading.level);
  return { start: heading.start, end: Math.min(next?.start ?? whole.end, whole.end) };
}

function lastBefore(outline: readonly OutlineItem[], at: number): number {
  let low = 0;
  let high = outline.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((outline[middle] as OutlineItem).start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
