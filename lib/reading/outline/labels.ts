/**
 * The kinds of heading numbers, outermost first. The order is that of 党政机关公文格式 (GB/T 9704-2012,
 * 7.3.3: 一、 （一） 1. （1）) below that of 立法技术规范 (编、章、节、条, then items), with the decimal numbers
 * of emergency plans (1, 1.1, 1.1.1) between.
 */
export const KINDS = [
  'part',
  'chapter',
  'section',
  'article',
  'first',
  'second',
  'third',
  'decimal2',
  'decimal3',
  'decimal4',
  'fourth',
  'fifth',
  'sixth',
  'attachment',
] as const;
export type LabelKind = (typeof KINDS)[number];

export interface Label {
  kind: LabelKind;
  /** In one form whatever was typed: 第一章, 一、, （二）, 1., 1.2, （1）, 1), ①, 附件1. */
  label: string;
  /** What the number says; 0 where there is none. */
  number: number;
  /** Folded units that the label takes. */
  length: number;
  /** The number stands alone before a title (`1 总则`): a heading only in a text with decimal numbers. */
  bare?: boolean;
}

const NUMERALS = '一二三四五六七八九十百零〇两';
const ORDINAL =
  /^第([一二三四五六七八九十百千零〇两\d]{1,7})(编|篇|部分|章|节|条)(之[一二三四五六七八九十\d]{1,3})?/;
const FIRST = /^([一二三四五六七八九十]{1,3})(?:[、.]|,(?!\d))/;
const BRACKETED = /^\(([一二三四五六七八九十]{1,4}|\d{1,3})\)/;
const DECIMAL = /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:[、.](?!\d))?/;
const THIRD = /^(\d{1,3})(?:[.、]|\))(?!\d)/;
const BARE = /^(\d{1,2})(?=[\u4e00-\u9fff])/;
const ATTACHMENT =
  /^(附件|附录|附表)([一二三四五六七八九十]{1,3}|\d{1,3}(?![\d.]))?(?=:|$|[《(“\u4e00-\u9fff])/;

/** `第三条规定的` and the like at a line's start is running text that speaks of an article. */
const RUNNING =
  /^(?:规定|第[一二三四五六七八九十\d]|[、,和及至或与]|的|所列|所称|所规定|之规定|中的?|修改为|以及|以下|款|项|(?:\([^)]{0,12}\))?(?:增加|删去|删除|改为|规定))/;
/** Units: `1 月`, `12 部门` at a line's start is a number of the sentence. */
const COUNTED = /^[年月日号时分秒万亿个家名项条种类次期天周岁元吨级届位户人所座批件部倍台公平]/;

/** What any heading number begins with: 第, brackets, digits, numerals, 附, ①. Most lines begin with something else. */
const FIRST_UNITS = '第(0123456789附①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** Whether a line with this first character may have a heading number; `readLabel` tells. */
export function mayBeLabel(char: string): boolean {
  return NUMERALS.includes(char) || FIRST_UNITS.includes(char);
}

/**
 * Reads the heading number at the start of a folded line.
 *
 * @param line the folded line, without bullets
 * @param blankAfter tells whether the original text has white space after the given number of units
 * @returns the label, or null where the line starts with no heading number
 */
export function readLabel(line: string, blankAfter: (units: number) => boolean): Label | null {
  const code = line.charCodeAt(0);
  if (code === 0x7b2c) return ordinal(line, blankAfter);
  if (code === 0x28) return bracketed(line);
  if (code >= 0x30 && code <= 0x39) return arabic(line, blankAfter);
  if (code === 0x9644) return attachment(line, blankAfter);
  if (code >= 0x2460 && code <= 0x2473)
    return { kind: 'sixth', label: line.charAt(0), number: code - 0x245f, length: 1 };
  if (NUMERALS.includes(line.charAt(0))) return first(line);
  return null;
}

const ORDINAL_KINDS: Record<string, LabelKind> = {
  编: 'part',
  篇: 'part',
  部分: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
};

function ordinal(line: string, blankAfter: (units: number) => boolean): Label | null {
  const match = ORDINAL.exec(line);
  if (!match) return null;
  const [label, digits = '', unit = ''] = match;
  const rest = line.slice(label.length);
  if (!blankAfter(label.length) && RUNNING.test(rest)) return null;
  if (RUNNING.test(rest) && /^(?:第|[、,和及至或与]|的|修改为|规定)/.test(rest)) return null;
  return { kind: ORDINAL_KINDS[unit] ?? 'article', label, number: numberOf(digits), length: label.length };
}

function first(line: string): Label | null {
  const match = FIRST.exec(line);
  if (!match) return null;
  const [found, digits = ''] = match;
  // 一、二类 is a list of numbers, no heading.
  const next = line.charAt(found.length);
  if (next === '' || (NUMERALS.includes(next) && /^.{1,2}[、,级类期等线]/.test(line.slice(found.length))))
    return null;
  return { kind: 'first', label: `${digits}、`, number: numberOf(digits), length: found.length };
}

function bracketed(line: string): Label | null {
  const match = BRACKETED.exec(line);
  if (!match) return null;
  const [found, digits = ''] = match;
  // （一）、（二）项 and （一）至（三） speak of items.
  if (
    '、至和及-项'.includes(line.charAt(found.length)) &&
    /^(?:[、至和及-]\(|项[^目])/.test(line.slice(found.length))
  )
    return null;
  const arabic = digits.charCodeAt(0) < 0x3a;
  return {
    kind: arabic ? 'fourth' : 'second',
    label: `（${digits}）`,
    number: numberOf(digits),
    length: found.length,
  };
}

function arabic(line: string, blankAfter: (units: number) => boolean): Label | null {
  const decimal = DECIMAL.exec(line);
  if (decimal) {
    const [found, digits = ''] = decimal;
    const parts = digits.split('.');
    if (!blankAfter(found.length) && found === digits) return null;
    if (COUNTED.test(line.slice(found.length))) return null;
    const kind = (['decimal2', 'decimal3', 'decimal4'] as const)[parts.length - 2] ?? 'decimal4';
    return { kind, label: digits, number: Number(parts.at(-1)), length: found.length };
  }
  const third = THIRD.exec(line);
  if (third) {
    const [found, digits = ''] = third;
    if (found.length === line.length) return null;
    const closing = found.endsWith(')');
    return {
      kind: closing ? 'fifth' : 'third',
      label: closing ? `${digits})` : `${digits}.`,
      number: Number(digits),
      length: found.length,
    };
  }
  const bare = BARE.exec(line);
  if (!bare) return null;
  const digits = bare[1] ?? '';
  const rest = line.slice(digits.length);
  if (rest.length > 24 || COUNTED.test(rest) || /[,。;:!?]/.test(rest)) return null;
  return { kind: 'third', label: digits, number: Number(digits), length: digits.length, bare: true };
}

function attachment(line: string, blankAfter: (units: number) => boolean): Label | null {
  const match = ATTACHMENT.exec(line);
  if (!match) return null;
  const [label, , digits] = match;
  const rest = line.slice(label.length);
  // A title on the line needs something between: 附件1 名单, 附件1：名单, but not 附件1所列.
  if (rest && rest[0] !== ':' && rest[0] !== '《' && rest[0] !== '(' && !blankAfter(label.length))
    return null;
  // 附件：1.名单 2.样表 is the list of attachments at the end of a notice, no attachment itself.
  if (
    /^:(?:\d|[一二三四五六七八九十]、|《)/.test(rest) ||
    (!digits && rest.startsWith(':') && rest.length > 1)
  )
    return null;
  return { kind: 'attachment', label, number: digits ? numberOf(digits) : 0, length: label.length };
}

const VALUES = '零一二三四五六七八九';

/** The value of one digit; what is none counts nothing. */
function digitOf(char: string): number {
  return char === '两' ? 2 : Math.max(0, VALUES.indexOf(char));
}

/** The value of 十二, 一百零三, 二〇, 12. Characters that are no digits count nothing. */
export function numberOf(digits: string): number {
  const arabic = digits.charCodeAt(0) < 0x3a ? Number(digits) : Number.NaN;
  if (!Number.isNaN(arabic)) return arabic;
  let sum = 0;
  let digit = 0;
  let placed = false;
  for (const char of digits) {
    const unit = char === '十' ? 10 : char === '百' ? 100 : char === '千' ? 1000 : 0;
    if (unit) {
      sum += (digit || 1) * unit;
      digit = 0;
      placed = true;
    } else if (placed || digit === 0) digit = digitOf(char);
    else digit = digit * 10 + digitOf(char);
  }
  return sum + digit;
}
