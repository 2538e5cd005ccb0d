import type { Line } from '../outline/lines.ts';
import { LONGEST_ROLE, type Role, roleOf } from './roles.ts';

/** A line of a document with its folded text and its role. */
export interface Seen {
  line: Line;
  text: string;
  role: Role;
}

/** More lines than stand above any document's first paragraph, page chrome included. */
const MOST = 48;
/** A paragraph of running text. */
const SENTENCE = /[。;]/;

/**
 * The lines at the beginning of a document down to the end of its first paragraphs or its first number.
 *
 * @returns the lines, and how many of them stand before the first paragraph
 */
export function headOf(text: string, lines: readonly Line[]): { lines: Seen[]; before: number } {
  const seen: Seen[] = [];
  let before = -1;
  let paragraphs = 0;
  for (const line of lines.slice(0, MOST)) {
    const body = text.slice(line.start, line.end);
    const role = roleOf(body);
    seen.push({ line, text: body, role });
    const paragraph =
      (role === 'other' && body.length > 36 && SENTENCE.test(body)) || body.length > LONGEST_ROLE;
    if ((paragraph || role === 'addressee' || role === 'numbered') && before < 0) before = seen.length - 1;
    if (role === 'numbered') break;
    if (paragraph && ++paragraphs >= 4) break;
  }
  return { lines: seen, before: before < 0 ? seen.length : before };
}
