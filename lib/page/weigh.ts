import { NO_TEXT_INSIDE } from './containers.ts';
import { all, textOf } from './dom.ts';

/**
 * How much a reader would find to read in a text: characters that are not white space. Counted, not
 * replaced away, since the gate weighs whole pages with it.
 */
export function countInk(text: string): number {
  let ink = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x20 && code !== 0xa0 && code !== 0x3000 && (code < 0x2000 || code > 0x200f)) ink++;
  }
  return ink;
}

/** Characters of text in an element, without code and what the editor left behind. */
export function inkOf(element: Element): number {
  let ink = countInk(textOf(element));
  for (const part of all(element, NO_TEXT_INSIDE)) ink -= countInk(textOf(part));
  return Math.max(0, ink);
}

/** Characters of text that lie in links. */
export function linkInkOf(element: Element): number {
  let ink = 0;
  for (const link of all(element, 'a')) ink += countInk(textOf(link));
  return ink;
}
