import { readLabel } from '../outline/labels.ts';
import { isCloser, isOpener, opening, sentenceStart } from './scan.ts';
import { type Cut, cutAt } from './words.ts';

/** Longest phrase that a short name stands for, in folded units. */
const LONGEST = 200;

/**
 * Where a phrase that ends at `end` may start: nearest place first, the start of its sentence last.
 * Brackets, quotations and titles are stepped over whole.
 */
export function* cutsBefore(text: string, end: number, floor: number): Generator<Cut> {
  const first = Math.max(floor, end - LONGEST);
  let at = end;
  while (at > first) {
    if (isCloser(text, at - 1)) {
      const open = opening(text, at - 1);
      if (open < first) return;
      at = open;
    } else if (isOpener(text, at - 1)) {
      yield { at, kind: 'hard', word: text.charAt(at - 1) };
      return;
    } else at--;
    if (',、;:。/的'.includes(text.charAt(at))) continue;
    const cut = cutAt(text, at, first);
    if (!cut) continue;
    yield cut;
    if (cut.kind === 'hard') return;
  }
}

/** The start of the sentence before `at`, behind the number of its heading or item and an article's caption; never before `floor`. */
export function phraseFloor(text: string, at: number, floor = 0): number {
  const start = sentenceStart(text, at, floor);
  if (start > 0 && text.charAt(start - 1) !== '\n') return start;
  return Math.min(at, behindLabel(text, start, at));
}

/** Where the words of a line start that begins at `start`: behind bullets, number and caption. */
export function behindLabel(text: string, start: number, end: number): number {
  const bullet = /^(?:[-*#>•·]|&(?:#\d{2,5}|[a-z]{2,6});)+/.exec(text.slice(start, start + 24));
  const from = start + (bullet ? bullet[0].length : 0);
  const head = text.slice(from, Math.min(end, from + 48));
  const label = readLabel(head, () => true);
  if (!label || label.bare) return from;
  const rest = head.slice(label.length);
  const caption = label.kind === 'article' ? /^[(〔][^()〔〕]{1,24}[)〕]/.exec(rest) : null;
  return from + label.length + (caption ? caption[0].length : 0);
}
