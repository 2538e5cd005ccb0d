import { type Event, upTo } from './anchor.ts';
import type { LengthAtom } from './atoms.ts';
import { after, any, before, ending, ends, SENTENCE } from './patterns.ts';
import { clause, type Found, type Rule, type Sight } from './sight.ts';

/** 实施审计3日前; 期限届满的30个工作日前; 在新政策实施前1个工作日; 至少提前3个月. */

/** What ties an event to the number. */
const TIE = any('的 至少 不少于 不得少于 最少 最迟 不晚于 不迟于 提前 在');
const TIED = before(`(${TIE}{0,4})`);
const BEFORE = /^(?:之前|以前|前(?!提(?![交出供请])|[期往述款沿瞻景来置端列后三五]))/;
const AFTER_EVENT = before(`((?:之|以)?前${TIE}{0,4})`);
/** 前三年, 此前3天, 每年前3个月, 上市前3年: looking back, or a plain part of a year. */
const PLAIN = before(`(?:${SENTENCE}|[,、(:的此日以目年月之近往先学提生产从超])前${TIE}{0,4}`);
const EARLY = before('((?:至少)?提前(?:至少|不少于|最少)?)');
const EACH = before('每(?:年|月|季度?)');
const ABOUT = before('(?:约|早在|[于近])');
/** The sentence lays a duty on somebody. */
const DUTY = /应|须|需|要|必须|得|可|请|至少|提前|负责|将/;
const ENDING = /届满|期满|到期/;
const HELD = /届满|期满|到期|开始|结束|举行|举办|召开|实施/;
/** 申请前12个月平均, 前3个月内无…: a condition. */
const CONDITION = /^(?:之?内)?的?(?:平均|年均|月均|,?(?:无|未|有|没有|曾))/;
const NOTICE = after(
  `内?,?${any(
    '以 将 向 书面 通知 告知 报 公告 公示 公布 申请 提出 发布 预约 送达 进行 采取 依 按 把 通过 在 由 办理 提交 做好 完成 到 制定 组织 发出 预 入场 到场 到达 抵达 入座 签到 进场 登录',
  )}`,
);
const REACHED = /^(?:完成|实现|达到|建成|投产|竣工|通车)/;

/** Some time before an event. */
export const beforeEvent: Rule<LengthAtom> = (atom, sight) => {
  if (atom.about) return null;
  const early = ending(EARLY, sight);
  if (early) return notice(atom, sight, early.length);
  const mark = BEFORE.exec(sight.tail);
  if (mark && !ends(EACH, sight)) return before3Days(atom, sight, mark[0].length);
  const tie = ending(AFTER_EVENT, sight);
  if (!tie || ends(PLAIN, sight) || CONDITION.test(sight.tail)) return null;
  // 上市前3年 looks back; 届满前3年 looks ahead.
  if (atom.unit === 'year' && !ENDING.test(sight.head)) return null;
  if (atom.unit === 'month' && !HELD.test(sight.head)) return null;
  const event = eventUpTo(sight, atom.start - tie.length);
  const inside = /^(?:之?内|以内|以上)?/.exec(sight.tail)?.[0].length ?? 0;
  return event && found(atom, sight, event, atom.end + inside);
};

/** 实施审计3日前, 应当三日前通知. */
function before3Days(atom: LengthAtom, sight: Sight, mark: number): Found | null {
  const event = eventUpTo(sight, atom.start - ending(TIED, sight).length);
  if (event) {
    if (ends(ABOUT, sight) || (atom.unit === 'year' && !ENDING.test(sight.head))) return null;
  } else if (atom.unit === 'year' || atom.unit === 'month' || !DUTY.test(sight.head)) return null;
  return found(atom, sight, event, atom.end + mark);
}

/** 提前3个月向…报告; not 提前一天, which tells how early something came. */
function notice(atom: LengthAtom, sight: Sight, lead: number): Found | null {
  const words = clause(sight);
  if (REACHED.test(sight.tail) || /(?:了|已|较|比|平均)[^,。;]{0,6}$/.test(words.slice(0, -lead)))
    return null;
  if (!NOTICE.test(sight.tail) && !/应|须|需|要|至少/.test(words)) return null;
  return found({ ...atom, start: atom.start - lead }, sight, null, atom.end);
}

/** The event that ends at `end`, or null where only a preposition or a word of duty stands there. */
function eventUpTo(sight: Sight, end: number): Event | null {
  const event = upTo(sight.text, sight.from, end);
  return end - event.anchor.start < 2 ? null : event;
}

const IN = before('[在于]');

function found(atom: LengthAtom, sight: Sight, event: Event | null, end: number): Found {
  return {
    kind: 'before-event',
    start: event?.start ?? atom.start - (atom.start === sight.start && ends(IN, sight) ? 1 : 0),
    end,
    count: atom.count,
    unit: atom.unit,
    anchor: event?.anchor ?? null,
  };
}
