import { clauseStart } from './anchor.ts';
import type { LengthAtom } from './atoms.ts';
import type { Found, Rule, Sight } from './sight.ts';

/** 实施审计3日前; 期限届满的30个工作日前; 在新政策实施前1个工作日; 至少提前3个月. */

const BEFORE = /^(?:之前|以前|前(?![期提往述款沿瞻景来置端列后三五]))/;
const AFTER_EVENT = /(?:之前|以前|前)(?:的|至少|不少于|不晚于|提前|不迟于)*$/;
const EARLY = /提前(?:至少|不少于|最少)?$/;
/** 前三年, 此前3天, 每年前3个月, 上市前3年: looking back, or a plain part of a year. */
const PLAIN = /(?:^|[,、(:的]|此|日|以|目|年|月|之|近|往|先|学|提|生|产|从|超)前$/;
/** The sentence lays a duty on somebody. */
const DUTY = /应|须|需|要|必须|得|可|请|至少|提前|负责|将/;
const NOTICE =
  /^(?:内)?[,]?(?:以|将|向|书面|通知|告知|报|公告|公示|公布|申请|提出|发布|预约|送达|进行|采取|依|按|把|通过|在|由|办理|提交|做好|完成|到|制定|组织|发出|预)/;

/** Some time before an event. */
export const beforeEvent: Rule<LengthAtom> = (atom, sight) => {
  if (atom.about) return null;
  const { head, tail } = sight;
  const early = EARLY.exec(head);
  if (early) return earlyNotice(atom, sight, early[0].length);
  const short = atom.unit !== 'year';
  const mark = BEFORE.exec(tail);
  if (mark && !/(?:每年|每月|每季度?)$/.test(head)) {
    const event = eventUpTo(sight, atom.start, /(?:的|至少|不少于|不得少于|最少|最迟|不晚于|在)+$/);
    if (
      !event
        ? !short || !DUTY.test(head) || atom.unit === 'month'
        : !short && !/届满|期满|到期|之日/.test(head)
    )
      return null;
    if (event && /(?:约|大约|早在|于|近)$/.test(head)) return null;
    return found(atom, sight, event, atom.end + mark[0].length);
  }
  const after = AFTER_EVENT.exec(head);
  if (!after || PLAIN.test(head.replace(/(?:的|至少|不少于|不晚于|提前|不迟于)+$/, ''))) return null;
  if (!short && !/届满|期满|到期/.test(head)) return null;
  if (atom.unit === 'month' && !/届满|期满|到期|开始|结束|举行|举办|召开|实施/.test(head)) return null;
  if (/^(?:之?内)?(?:的)?(?:平均|年均|月均|,?(?:无|未|有|没有|曾))/.test(tail)) return null;
  const event = eventUpTo(sight, atom.start, /(?:之前|以前|前)(?:的|至少|不少于|不晚于|提前|不迟于)*$/);
  const inside = /^(?:之?内|以内|以上)?/.exec(tail)?.[0].length ?? 0;
  return event ? found(atom, sight, event, atom.end + inside) : null;
};

/** 提前3个月向…报告; not 提前一天, which tells how early something came. */
function earlyNotice(atom: LengthAtom, sight: Sight, lead: number): Found | null {
  const told =
    /(?:了|已|较|比|平均)[^,。;]{0,6}$/.test(sight.near.slice(0, -lead)) ||
    /^(?:完成|实现|达到|建成|投产|竣工|通车)/.test(sight.tail);
  if (told || !(NOTICE.test(sight.tail) || /应|须|需|要|至少/.test(sight.near))) return null;
  const least = /至少$/.test(sight.head.slice(0, -lead)) ? 2 : 0;
  return found({ ...atom, start: atom.start - lead - least }, sight, null, atom.end);
}

interface Event {
  start: number;
  anchor: { start: number; end: number };
}

/** The event that ends before `offset`, without the words that tie it to the number. */
function eventUpTo(sight: Sight, offset: number, tie: RegExp): Event | null {
  const tied = tie.exec(sight.head)?.[0].length ?? 0;
  const end = offset - tied;
  const begin = clauseStart(sight.text, sight.from, end);
  const lead = /[在于自]/.test(sight.text.charAt(begin)) ? 1 : 0;
  return end - begin - lead < 2 ? null : { start: begin, anchor: { start: begin + lead, end } };
}

function found(atom: LengthAtom, sight: Sight, event: Event | null, end: number): Found {
  const lead = !event && /[在于]$/.test(sight.head) ? 1 : 0;
  return {
    kind: 'before-event',
    start: event?.start ?? atom.start - lead,
    end,
    count: atom.count,
    unit: atom.unit,
    anchor: event?.anchor ?? null,
  };
}
