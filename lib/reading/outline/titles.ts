import type { Label } from './labels.ts';

const LONGEST = 60;

/**
 * How many folded units of what follows a label are its title.
 *
 * A whole line without a sentence end is a title; else the first sentence (`（一）指导思想。以…`), or the
 * first clause of a listed item. An article has a title only where it stands in brackets
 * （第二条（适用范围）) or alone on its line.
 *
 * @param rest the folded line after the label
 * @returns `[start, end)` in `rest`; empty where there is no title
 */
export function titleIn(rest: string, label: Label): [number, number] {
  if (label.kind === 'article') return articleTitle(rest);
  let from = 0;
  while (from < rest.length && ':、.-'.includes(rest.charAt(from))) from++;
  const head = rest.slice(from, from + LONGEST + 1);
  const stop = head.search(/[。;:!?]/);
  if (stop >= 0) return [from, from + stop];
  if (head.length <= LONGEST) return [from, from + head.replace(/[*#]+$/, '').length];
  const comma = head.lastIndexOf(',');
  return comma > 0 ? [from, from + comma] : [from, from];
}

function articleTitle(rest: string): [number, number] {
  const caption = /^[(〔]([^()〔〕。;\n]{1,24})[)〕]/.exec(rest);
  if (caption) return [1, 1 + (caption[1] ?? '').length];
  if (rest.length > 0 && rest.length <= 24 && !/[,。;:!?]/.test(rest)) return [0, rest.length];
  return [0, 0];
}
