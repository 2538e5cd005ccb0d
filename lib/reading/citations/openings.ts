import type { Line } from '../outline/lines.ts';

/** A numbered part of a text other than its first chapter and first article. */
const NUMBERED =
  /^(?:第[一二三四五六七八九十百零〇\d]{1,6}[章条节编]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,3}[.、](?!\d)|[①-⑳])/;
/** What `NUMBERED` begins with. */
const NUMBER = '第(0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const FIRST = /^第[一1](?:章|条|节|编)|^(?:一、|1[.、]|\(一\))(?:总则|目的|依据|编制依据|制定依据|编制目的)/;
const GROUNDS =
  /^(?:[一二三四五六七八九十\d]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\))[^。]{0,6}依据[^。]{0,4}$/;

/**
 * Which lines open a document: those before its first numbered part, its first article, and what stands
 * under a heading such as 编制依据. There 根据《…》 names the document's basis; later it is a reference.
 *
 * @param lines the folded lines in text order
 * @param starts whether a document, or the text that a notice attaches, starts with a line
 */
export function openingLines(
  text: string,
  lines: readonly Line[],
  starts: (line: Line, folded: string) => boolean,
): Uint8Array {
  const opening = new Uint8Array(lines.length);
  let open = true;
  let grounds = false;
  lines.forEach((line, i) => {
    const head = text.slice(line.start, Math.min(line.end, line.start + 120));
    if (starts(line, head)) open = true;
    if (NUMBER.includes(head.charAt(0)) && NUMBERED.test(head)) {
      grounds = line.end - line.start < 20 && GROUNDS.test(head);
      open = open && FIRST.test(head);
    }
    if (open || grounds) opening[i] = 1;
  });
  return opening;
}
