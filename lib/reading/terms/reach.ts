import { readLabel } from '../outline/labels.ts';
import { indexNear, LONGEST_SENTENCE, sentenceEnd } from './scan.ts';

/** A list that goes on for longer is not read as one definition. */
const MOST_ITEMS = 40;

/**
 * Where the definition that starts at `from` ends: before its 。 or ；, or after the last item of the
 * numbered list that it announces (`是指下列活动：` and items in the paragraphs below).
 *
 * @returns the offset right behind its last word
 */
export function definitionEnd(text: string, from: number): number {
  const end = sentenceEnd(text, from);
  if (text.charAt(end) !== '\n' && end < text.length) return end;
  if (text.charAt(end - 1) !== ':') return end;
  return listEnd(text, end + 1) ?? end - 1;
}

/** The end of the list whose first item starts at `start`, without the last item's mark; null where none starts there. */
function listEnd(text: string, start: number): number | null {
  let at = start;
  let last: number | null = null;
  let kind = '';
  for (let n = 1; n <= MOST_ITEMS && at < text.length; n++) {
    const found = indexNear(text, '\n', at, LONGEST_SENTENCE);
    if (found < 0 && text.length - at > LONGEST_SENTENCE) break;
    const end = found < 0 ? text.length : found;
    const label = readLabel(text.slice(at, Math.min(end, at + 32)).replace(/^[-*•·]+/, ''), () => true);
    if (!label || label.number !== n || (kind && label.kind !== kind)) break;
    if (label.kind === 'article' || label.kind === 'chapter') break;
    kind = label.kind;
    last = '。;'.includes(text.charAt(end - 1)) ? end - 1 : end;
    at = end + 1;
  }
  return last;
}
