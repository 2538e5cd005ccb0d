import type { Found } from './build.ts';
import { behindLabel } from './phrase.ts';
import { indexNear, isHan, LONGEST_SENTENCE } from './scan.ts';

/** A line that announces a list of terms. */
const ANNOUNCES =
  /(?:名词|术语|用语|概念|词语)(?:的)?(?:解释|释义|说明|含义|定义|和定义|及定义|与定义)|下列(?:用语|术语|名词|词语)/;
const ANCHORS = ['释', '含义', '定义', '名词说明', '术语说明'];
const LONGEST_HEAD = 60;
const LONGEST_TERM = 24;

/**
 * Terms with a colon under a heading that announces them: `名词解释`, then `1.渡船：往来两岸的船舶。`. The list
 * ends at the first line of another form.
 *
 * @param text folded text
 */
export function findGlossary(text: string): Found[] {
  const found: Found[] = [];
  let done = 0;
  for (const anchor of ANCHORS) {
    for (let at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, at + 2)) {
      if (at < done) continue;
      const end = indexNear(text, '\n', at, LONGEST_HEAD);
      if (end < 0 || !ANNOUNCES.test(text.slice(Math.max(0, at - 12), end))) continue;
      done = Math.max(done, readList(text, end + 1, found));
    }
  }
  return found;
}

function readList(text: string, from: number, found: Found[]): number {
  let at = from;
  while (at < text.length) {
    const newline = indexNear(text, '\n', at, LONGEST_SENTENCE);
    const end = newline < 0 ? Math.min(text.length, at + LONGEST_SENTENCE) : newline;
    const one = readEntry(text, at, end);
    if (!one) break;
    if (one !== 'other') found.push(one);
    at = end + 1;
  }
  return at;
}

/** `other` for an entry that another finder reads: 渡船，是指…. */
function readEntry(text: string, lineStart: number, end: number): Found | 'other' | null {
  const start = behindLabel(text, lineStart, end);
  const words = text.slice(start, Math.min(end, start + LONGEST_TERM + 2));
  if (/是指|系指|,指/.test(words)) return 'other';
  const colon = words.search(/:|--/);
  if (colon < 2 || /[,。;、]/.test(words.slice(0, colon))) return null;
  const from = start + colon + (words.charAt(colon) === ':' ? 1 : 2);
  if (text.startsWith('是指', from) || text.startsWith('指', from)) return 'other';
  const last = '。;'.includes(text.charAt(end - 1)) ? end - 1 : end;
  if (last - from < 6 || !isHan(text.charCodeAt(from))) return null;
  const quoted = words.charAt(0) === '“' && words.charAt(colon - 1) === '”' ? 1 : 0;
  return {
    kind: 'definition',
    term: { start: start + quoted, end: start + colon - quoted },
    definition: { start: from, end: last },
    clause: { start, end },
  };
}
