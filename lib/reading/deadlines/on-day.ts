import type { DateAtom } from './atoms.ts';
import { FACT, FORWARD, HOW, NO_FACT, OPEN, OTHERS } from './due.ts';
import { momentOf } from './moments.ts';
import { after, any, before, ends } from './patterns.ts';
import { isPast, type Rule, type Sight, tells } from './sight.ts';

/** 5月1日放假; 2月2日（星期六）上班; 定于5月12日召开: what holds or takes place on one day. */

const NAMED = '(?!通知|安排|公告|方案|计划|截止|结束|工作|地点|条件|费)';
/** What a text says of a day to come only. */
const HOLDS = after(
  `,?${HOW}${any(
    '放假 上班 上课 休息 补休 调休 休市 开市 开学 返校 开考 开幕 闭幕 开标 开庭 报到 报名 考试 笔试 面试',
  )}${NAMED}${NO_FACT}`,
);
/** What a text tells of past days too. */
const TAKES_PLACE = after(`,?${HOW}${any('召开 举行 举办')}${NO_FACT}`);
/** 将在南渡市召开: with the place, only where a word says that it is to come. */
const TO_COME = after(`,?将?(?:在[^,。;、]{2,16})?${any('召开 举行 举办 开幕 闭幕 开考')}${NO_FACT}`);
/** 会议时间：, 考试日期为. */
const LABELLED = before(
  `${any('会议 考试 开考 笔试 面试 听证会? 开庭 开标 开幕 召开 举行 举办 放假 上班 报到 培训')}的?(?:时间|日期)(?:为|定于|:)`,
);

/** One day on which something is to take place or holds: it begins and ends on it. */
export const onDay: Rule<DateAtom> = (atom, sight) => {
  if (atom.until || atom.date.day === null || sight.around.year === null || named(sight)) return null;
  const tail = sight.tail.replace(OTHERS, '');
  if (!happens(atom, tail, sight) || ends(FACT, sight) || !ends(OPEN, sight) || tells(sight)) return null;
  const { from, to, derived } = momentOf(atom, sight.around);
  if (isPast(to, sight)) return null;
  return { kind: 'period', start: atom.start, end: atom.end, from, to, derived };
};

/** A title names the day that its text sets. A short numbered paragraph looks like a heading but ends as a sentence. */
function named({ title, text, end, tail }: Sight): boolean {
  return title && text.charAt(end + tail.length) !== '。';
}

function happens({ date }: DateAtom, tail: string, sight: Sight): boolean {
  if (HOLDS.test(tail) || ends(LABELLED, sight)) return true;
  const forward = ends(FORWARD, sight);
  if (TAKES_PLACE.test(tail)) return date.year !== null || forward;
  return (forward || /^,?将/.test(tail)) && TO_COME.test(tail);
}
