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

/** The same, said of an end within a clause of its own. */
const LIMITED = new RegExp(`${LIMIT.source}(?:之内|以内|内|前)[^,]*,`);

/**
 * Prepositions that may begin an event, with the words in which the same character is none: before it
 * (各自, 存在, 属于) and after it (自然, 自行, but 自行政处罚决定, 自有关部门).
 */
const PREPOSITIONS: Record<string, [notAfter: string, notBefore: RegExp]> = {
  自: [
    '各亲独来出源私擅',
    /^(?:[然治身愿贸动己评觉由营筹救用助费媒]|行(?!政)|主(?!管)|查(?![封处实明])|有(?!关)|检(?![查验测疫])|制(?![定发作]))/,
  ],
  从: ['服遵听顺', /^[事业而严重轻优简快速]/],
  在: ['存所现正旨潜内外', /^[校职岗线途册库编押逃地场籍建]/],
  于: ['属关对由处位等低高大小基用终至', /^[是此]/],
};

/** Asked for every character of a sentence; looking it up in the record would cost ten times as much. */
const PREPOSITION = Object.keys(PREPOSITIONS).join('');

/** Somebody, and the preposition of the event behind. */
const BODY = /(?:单位|部门|企业|机构|机关|政府|公司|[局委])[自于](?=[^,]{2})/;

/** The preposition at an offset, or an empty string. */
function prepositionAt(text: string, i: number): string {
  const char = text.charAt(i);
  const words = PREPOSITION.includes(char) ? PREPOSITIONS[char] : undefined;
  // 请各单位于…: 位于 ends here by chance.
  const apart = text.startsWith('单位于', i - 2);
  if (!words || (i > 0 && !apart && words[0].includes(text.charAt(i - 1)))) return '';
  return words[1].test(text.slice(i + 1, i + 3)) ? '' : char;
}

/**
 * Words after which a new statement begins, so that an event can't reach further back; not where they
 * are part of another word (要求, 响应, 许可, 合并).
 */
const DUTY =
  /(?:期限|时限|时间)[为是]|应当|必须|不得|需要|可以|或者|及时|原则上|依法|但是|其中|确需|必要时|(?<![供响对相适反感理])应(?![急用对答付届聘收当邀])|(?<![无必])须(?!知)|(?<![重主需只必首纪摘])要(?![求件素点闻案约职道塞])|(?<![合兼])并(?![购网联轨列存案])|(?<![尚而])且|(?<![自理缘事案])由(?!于|来)|(?<![已曾历财])经(?![营济办费验贸过手理纪常纬])/g;

/**
 * The event before an offset where `之日起` stands, or that `后` ends.
 *
 * @param text folded text
 * @param from the sentence's beginning
 * @param offset where 之日起 begins, or the number of the limit
 * @param begins whether 之日起, 次月起 or the like begins there
 */
export function eventBefore(text: string, from: number, offset: number, begins = false): Event | null {
  const head = text.slice(from, offset);
  if (begins || text.startsWith('之日起', offset)) return fromDay(text, from, offset, true);
  const day = head.lastIndexOf('之日起');
  if (day >= 0) {
    const between = head.slice(day + 3);
    const close = FILLER.test(between);
    if (!close && LIMIT.test(between)) return null;
    return fromDay(text, from, from + day, close);
  }
  const start = /(?:自|从)([^,。自从]{2,24})(?:之日|当日|次日|时)?起(?:算|计算)?,?$/.exec(head);
  // 从2025年起，用5年时间…: a beginning of its own.
  if (start?.[1] && !(/^(?:\d{4}年(?:\d{1,2}月)?|[今明]年)$/.test(start[1]) && start[0].endsWith(','))) {
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
  let at = preposition(text, from, end);
  // 于每季度终了后15日内申报，年度终了之日起…: the limit before the comma has its own event.
  if (at >= 0 && LIMITED.test(text.slice(at, end))) at = -1;
  const begin = at >= 0 ? at + 1 : clauseStart(text, from, end);
  return begin < end ? { start: at >= 0 ? at : begin, anchor: { start: begin, end }, close } : null;
}

/** 自, else 从, else the nearest 在 or 于 before an offset; -1 where none is. */
function preposition(text: string, from: number, end: number): number {
  let since = -1;
  let at = -1;
  for (let i = end - 2; i >= from; i--) {
    if (text.charAt(i) === ',' && (since >= 0 || at >= 0)) break;
    const found = prepositionAt(text, i);
    if (found === '自') return i;
    if (found === '从' && since < 0) since = i;
    else if (found && found !== '从' && at < 0) at = i;
  }
  return since >= 0 ? since : at;
}

/** 在收到申请后, 接到报告后的, 决定送达之后. Not 今后, 此后, 事后. */
function after(text: string, from: number, head: string): Event | null {
  const found = /(之后|以后|后)(?:的|,|立即|即|尽快且?|应当?|须|需|要){0,4}(?:在|于)?$/.exec(head);
  if (!found || /[前此今最事随然]$/.test(head.slice(0, found.index))) return null;
  const end = from + found.index;
  const event = upTo(text, from, end);
  return event.anchor.start < end ? event : null;
}

/** The clause that ends at an offset, as an event: without its subject and its word of duty. */
export function upTo(text: string, from: number, end: number): Event {
  const start = clauseStart(text, from, end);
  const lead = start < end && prepositionAt(text, start) ? 1 : 0;
  return { start, anchor: { start: start + lead, end }, close: true };
}

function clauseStart(text: string, from: number, end: number): number {
  let i = end;
  while (i > from && !',:()“、'.includes(text.charAt(i - 1))) i--;
  const clause = text.slice(i, end);
  let cut = 0;
  for (const duty of clause.matchAll(DUTY)) cut = duty.index + duty[0].length;
  // 机关应当在…: the preposition begins the expression even where a word stands before it.
  for (let lead = 1; lead <= 3; lead++) if (prepositionAt(text, i + cut + lead)) return i + cut + lead;
  // 请各单位于文件印发后…: so it does behind somebody.
  const body = BODY.exec(clause.slice(cut));
  if (body) return i + cut + body.index + body[0].length - 1;
  return i + cut;
}
