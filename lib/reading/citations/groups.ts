import type { Title } from './titles.ts';

/** Titles that a sentence treats alike: 《甲》《乙》和国务院印发的《丙》. Indexes into the titles. */
export interface Group {
  titles: number[];
  /** Folded offsets of the first title's start and the last one's end. */
  start: number;
  end: number;
}

/** Between two titles of one list: their numbers, articles, a comma or 和, and who issued the next one. */
const BETWEEN =
  /^(?:\((?:[^()〔〕\n。]|〔[^〔〕\n]{0,8}〕){0,90}\))?(?:第[^,。;《》\n]{1,24}[条款项])?(?:[、,和及与或]|以及|并)*(?<issuer>[^。;:,《》\n]{0,44})$/;
/** Words that end a list: the first title has its own verb. */
const VERB =
  /废止|失效|修改|修订|修正|有效|继续|执行|施行|按照|根据|依照|依据|违反|制定|提出|明确|规定的|要求|贯彻|落实|实施|精神|通过|同意|延长|参照|符合|纳入|即|是|为$/;

/** Gathers the titles that stand in one list. Nested titles are no part of any. Linear time. */
export function groupTitles(text: string, titles: readonly Title[]): Group[] {
  const groups: Group[] = [];
  titles.forEach((title, i) => {
    if (title.nested) return;
    const last = groups[groups.length - 1];
    if (last && joins(text, last.end, title.start)) {
      last.titles.push(i);
      last.end = title.end;
    } else groups.push({ titles: [i], start: title.start, end: title.end });
  });
  return groups;
}

function joins(text: string, from: number, to: number): boolean {
  if (to - from > 150) return false;
  const between = text.slice(from, to);
  const found = BETWEEN.exec(between);
  if (!found) return false;
  // The bracket may hold a date of revision; what counts is what stands outside it.
  return !VERB.test(found.groups?.issuer ?? '');
}
