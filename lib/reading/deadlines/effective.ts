import { addDays, addMonths } from '../calendar/days.ts';
import { eventBefore } from './anchor.ts';
import type { DateAtom, EventAtom, LengthAtom } from './atoms.ts';
import { momentOf } from './moments.ts';
import { after, any, before, ending, ends } from './patterns.ts';
import { isPast, type Rule, type Sight } from './sight.ts';

/** 自2021年3月1日起施行; 自印发之日起施行; 自公布之日起30日后施行. A measure that begins is `from`. */

const HOW = `${any('正式 全面 统一 同步 开始 组织 在[全本][国省市县区州](?:范围内?)?')}{0,4}`;
const VERB = `${HOW}${any('施行 实施 执行 试行 生效 实行 启用')}`;
const BEGINS = after(`(?:\\(含[^)]{0,4}\\))?(?:之日)?(?:零时|0时)?(起|开始)?,?${VERB}`);
const BEGINS_NOW = after(`,?${VERB}`);
const BEGINS_LATER = after(`((?:之?后|以后)?起?),?${VERB}`);
/** What may stand after the verb where the document itself is meant; an object makes it a measure. */
const CLOSED = /^(?:$|[,。;)!、”’"(]|有效|至|到|期限|试行|为期|原|同时|此前|《|\d+年|[一二两三四五]年)/;
/** Other documents' beginnings, told in passing. */
const TOLD = /^(?:以来|后|前|之前|的(?!通知))/;
/** 原办法自2015年3月1日起施行，至今…: the beginning of what has long been in force. */
const LONG_AGO = /^[^。;]{0,16}(?:至今|以来|已(?:满|经|有|近|实施|运行|执行)|届满|到期|即将)/;
const LEAD = before('(自|从|(?:将|拟|(?<![规决确])定)?于|统一于|定为)');
const SINCE = before('[自从]');
/** Events that are the document's own publication. */
const OWN_EVENT = /(?:印发|发布|公布|颁布|下发|发文|印送|公告|刊登|签发|印制|成文|签署|通过|批准)$/;

/** A date that begins something: the document, or a measure in it. */
export const effectiveDate: Rule<DateAtom> = (atom, sight) => {
  const begins = atom.until ? null : BEGINS.exec(sight.tail);
  if (!begins) return null;
  const lead = ending(LEAD, sight);
  if (!begins[1] && !lead) return null;
  const rest = sight.tail.slice(begins[0].length);
  if (TOLD.test(rest)) return false;
  const { from, derived } = momentOf(atom, sight.around);
  if (isPast(from, sight) && LONG_AGO.test(rest)) return false;
  const end = atom.end + (begins[1] ? sight.tail.indexOf(begins[1]) + begins[1].length : 0);
  return {
    // News tell of the beginnings of others.
    kind: CLOSED.test(rest) && !sight.news ? 'effective' : 'from',
    start: atom.start - lead.length,
    end,
    from,
    derived,
  };
};

/** 自印发之日起施行: the day is the document's own. 自即日起施行 likewise. */
export const effectiveEvent: Rule<EventAtom> = (atom, sight) => {
  if (atom.word === 'now') return fromNow(atom, sight);
  if (atom.word !== 'from-event') return null;
  const event = eventBefore(sight.text, sight.from, atom.start);
  const rest = sight.tail.slice(BEGINS_NOW.exec(sight.tail)?.[0].length ?? 0);
  if (!event || TOLD.test(rest)) return false;
  // 自发布之日起实施至2021年3月31日 is one span, which ends with the date.
  if (/^(?:至|到)\d{4}年/.test(rest)) return null;
  const words = sight.text.slice(event.anchor.start, event.anchor.end);
  // 许可证自作出许可决定之日起生效: something else begins.
  const own = OWN_EVENT.test(words);
  const kind = own || !/^,?生效/.test(sight.tail) ? 'effective' : 'from';
  const from = ownDay(words, sight);
  return { kind, start: event.start, end: atom.end, from, derived: from !== null, anchor: event.anchor };
};

function fromNow(atom: EventAtom, sight: Sight): ReturnType<Rule<EventAtom>> {
  if (/^[至到]/.test(sight.tail)) return null;
  const begins = BEGINS_NOW.exec(sight.tail);
  const own = begins !== null && CLOSED.test(sight.tail.slice(begins[0].length));
  return {
    kind: own ? 'effective' : 'from',
    start: atom.start - (ends(SINCE, sight) ? 1 : 0),
    end: atom.end,
    from: sight.around.made ?? sight.published,
    derived: true,
  };
}

/** 自公布之日起30日后施行, 自印发之日起满30日施行. */
export const effectiveAfter: Rule<LengthAtom> = (atom, sight) => {
  const begins = BEGINS_LATER.exec(sight.tail);
  if (!begins || !CLOSED.test(sight.tail.slice(begins[0].length))) return null;
  const event = eventBefore(sight.text, sight.from, atom.start);
  if (!event?.close) return null;
  const own = ownDay(sight.text.slice(event.anchor.start, event.anchor.end), sight);
  const wait = begins[1] ?? '';
  // 30日后 begins the day after the thirtieth; 满30日 on the thirtieth itself.
  const count = atom.count + (atom.unit === 'day' && wait.includes('后') ? 1 : 0);
  return {
    kind: 'effective',
    start: event.start,
    end: atom.end + wait.length,
    from: own && later(own, count, atom.unit),
    count: atom.count,
    unit: atom.unit,
    anchor: event.anchor,
    derived: true,
  };
};

/**
 * The day of the document's own publication, if that is the event (印发, 公布, 发布 …). 印发 is the day
 * under the document, 公布 the day of its publication; most pages give one of the two.
 */
export function ownDay(event: string, { around, published }: Sight): string | null {
  return OWN_EVENT.test(event) ? (around.made ?? published) : null;
}

function later(day: string, count: number, unit: LengthAtom['unit']): string | null {
  if (unit === 'day') return addDays(day, count);
  return unit === 'month' && Number.isInteger(count) ? addMonths(day, count) : null;
}
