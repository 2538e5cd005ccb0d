/** Finds the event that a relative limit counts from: 自收到申请之日起, 在事项发生后, 审计报告送达之日起. */

export interface Event {
  /** Where the whole expression begins, its preposition included. */
  start: number;
  /** The event itself, without 自, 之日起, 后. */
  anchor: { start: number; end: number };
  /** Nothing of weight stands between the event and the limit. */
  close: boolean;
}

/** What may stand between 之日起 and the number. */
const FILLER =
  /^(?:,|的|内|应当?|须|需|必须|要|可以?|原则上|一般|至少|最长|最多|最迟|在|于|不得|不应|不|超过|无正当理由|满|第|起|算|之内|计算|(?:期限|时限)[为是]?){0,6}$/;

/** Another limit on the way: a far event is not the one that this limit counts from. */
const LIMIT = /[\d一二三四五六七八九十]个?(?:工作日|日|天|月|年|小时)/;

/** 自 that is no preposition: 自然, 自行; but 自行政处罚决定, 自有关部门, 自主管部门. */
const NOT_AFTER =
  /^(?:[然治身愿贸动己评觉由营筹救用助费媒]|行(?!政)|主(?!管)|查(?![封处实明])|有(?!关)|检(?![查验测疫])|制(?![定发作]))/;
const NOT_BEFORE = '各亲独来出源私擅';

/**
 * Words after which a new statement begins, so that an event can't reach further back; not where they
 * are part of another word (要求, 响应, 许可, 合并).
 */
const DUTY =
  /应当|必须|不得|需要|可以|或者|及时|原则上|依法|但是|其中|确需|必要时|(?<![供响对相适反感理])应(?![急用对答付届聘收当邀])|(?<![无必])须(?!知)|(?<![重主需只必首纪摘])要(?![求件素点闻案约职道塞])|(?<![合兼])并(?![购网联轨列存案])|(?<![尚而])且|(?<![自理缘事案])由(?!于|来)|(?<![已曾历财])经(?![营济办费验贸过手理纪常纬])/g;

/**
 * The event before an offset where `之日起` stands, or that `后` ends.
 *
 * @param text folded text
 * @param from the sentence's beginning
 * @param offset where 之日起 begins, or the number of the limit
 */
export function eventBefore(text: string, from: number, offset: number): Event | null {
  const head = text.slice(from, offset);
  if (text.startsWith('之日起', offset)) return fromDay(text, from, offset, true);
  const day = head.lastIndexOf('之日起');
  if (day >= 0) {
    const between = head.slice(day + 3);
    const close = FILLER.test(between);
    if (!close && LIMIT.test(between)) return null;
    return fromDay(text, from, from + day, close);
  }
  const start = /(?:自|从)([^,。自从]{2,24})(?:之日|当日|次日|时)?起(?:算|计算)?,?$/.exec(head);
  if (start?.[1]) {
    const at = from + start.index;
    return { start: at, anchor: { start: at + 1, end: at + 1 + start[1].length }, close: true };
  }
  return after(text, from, head) ?? bare(text, from, head, offset);
}

/** 自同意变更决定2年内: the event runs up to the number without 之日起. */
function bare(text: string, from: number, head: string, offset: number): Event | null {
  const at = preposition(text, from, offset);
  const event = at < 0 || text.charAt(at) !== '自' ? '' : head.slice(at - from + 1);
  if (event.length < 4 || event.length > 40 || /[,起后前的]/.test(event)) return null;
  return { start: at, anchor: { start: at + 1, end: offset }, close: true };
}

function fromDay(text: string, from: number, end: number, close: boolean): Event | null {
  const at = preposition(text, from, end);
  const begin = at >= 0 ? at + 1 : clauseStart(text, from, end);
  return begin < end ? { start: at >= 0 ? at : begin, anchor: { start: begin, end }, close } : null;
}

/** 自, else 从, else 在 or 于 before an offset; -1 where none is. */
function preposition(text: string, from: number, end: number): number {
  let from2 = -1;
  let at = -1;
  for (let i = end - 2; i >= from; i--) {
    const char = text.charAt(i);
    const next = text.charAt(i + 1);
    if (
      char === '自' &&
      !NOT_AFTER.test(text.slice(i + 1, i + 3)) &&
      !(i > 0 && NOT_BEFORE.includes(text.charAt(i - 1)))
    )
      return i;
    if (char === '从' && from2 < 0 && !'事业而严重轻优简快速'.includes(next)) from2 = i;
    if (char === '于' && at < 0 && !(i > 0 && '属关对由处位等低高大小基用终'.includes(text.charAt(i - 1))))
      at = i;
    if (char === '在' && at < 0 && !(i > 0 && '存所现正'.includes(text.charAt(i - 1)))) at = i;
    if (char === ',' && (from2 >= 0 || at >= 0)) break;
  }
  return from2 >= 0 ? from2 : at;
}

/** 在收到申请后, 接到报告后的, 决定送达之后. Not 今后, 此后, 事后. */
function after(text: string, from: number, head: string): Event | null {
  const found = /(之后|以后|后)(?:的|,|立即|即|尽快且?|应当?|须|需|要){0,4}(?:在|于)?$/.exec(head);
  if (!found || /[前此今最事随然]$/.test(head.slice(0, found.index))) return null;
  const end = from + found.index;
  const begin = clauseStart(text, from, end);
  if (begin >= end) return null;
  const lead = /[在于自从]/.test(text.charAt(begin)) ? 1 : 0;
  return { start: begin, anchor: { start: begin + lead, end }, close: true };
}

/** Where the clause that ends at an offset begins, without its subject and its word of duty. */
export function clauseStart(text: string, from: number, end: number): number {
  let i = end;
  while (i > from && !',:()“、'.includes(text.charAt(i - 1))) i--;
  const clause = text.slice(i, end);
  let cut = 0;
  for (const duty of clause.matchAll(DUTY)) cut = duty.index + duty[0].length;
  const lead = clause.slice(cut).search(/[在于自](?![然治行身])/);
  return i + (lead > 0 && lead <= 3 ? cut + lead : cut);
}
