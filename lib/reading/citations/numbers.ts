import { bodiesBefore, codeAtEnd, runBefore } from './issuer.ts';

/** A document's number in the folded text. */
export interface DocNumber {
  /** Folded offsets: from the first character of code or body to the end of 号. */
  start: number;
  end: number;
  /** In one form: 云府发〔2025〕3号, 云岭省人民政府令第54号, 税务局公告2025年第3号. */
  value: string;
  kind: 'letter' | 'order' | 'announcement';
}

const SERIAL = '(?:\\d{1,4}|[一二三四五六七八九十百零〇]{1,6})';
/**
 * The tails of all forms (GB/T 9704-2012, 7.2.5, and what is met on the web): 〔2025〕3号 with any bracket,
 * with 第 or without 号; 令第3号, 令3号, 令(第3号), 令2025年第3号, 第3号令; 公告2025年第3号, 公告第3号.
 */
const TAIL = new RegExp(
  [
    '〔((?:19|20)\\d\\d)〕第?(\\d{1,5})号?',
    '[(《〈{]((?:19|20)\\d\\d)[)》〉}]第?(\\d{1,5})号',
    `令\\n?[(〔]?(?:((?:19|20)\\d\\d)年)?第?\\n?(${SERIAL})号[)〕]?`,
    `第(${SERIAL})号令`,
    `(公告|通告|公报)[(〔]?(?:((?:19|20)\\d\\d)年)?[)〕]?第(\\d{1,4})号`,
  ].join('|'),
  'g',
);

/**
 * Finds every document number.
 *
 * @param text folded text
 * @returns numbers in text order, apart from each other; linear time
 */
export function findNumbers(text: string): DocNumber[] {
  const found: DocNumber[] = [];
  let from = 0;
  for (const match of text.matchAll(TAIL)) {
    const number = readNumber(text, match, from);
    if (!number) continue;
    found.push(number);
    from = number.end;
  }
  return found;
}

function readNumber(text: string, match: RegExpExecArray | RegExpMatchArray, from: number): DocNumber | null {
  const at = match.index ?? 0;
  const end = at + match[0].length;
  const [, year, serial, year2, serial2, orderYear, order, orderBefore, word, wordYear, wordSerial] = match;
  if (year && serial) return letter(text, from, at, end, year, serial, match[0].endsWith('号'));
  if (year2 && serial2) return letter(text, from, at, end, year2, serial2, true);
  if (order) {
    const body = bodyBefore(text, at, from);
    // 命令, 法令 and 责令 are words; an order has a body before it.
    if (!body || /[命法责指条政]$/.test(body)) return null;
    const value = `${body}令${orderYear ? `${orderYear}年` : ''}第${order}号`;
    return { start: at - body.length, end: closed(text, match[0], at, end), value, kind: 'order' };
  }
  if (orderBefore) {
    const body = bodyBefore(text, at, from);
    if (!body) return null;
    return { start: at - body.length, end, value: `${body}令第${orderBefore}号`, kind: 'order' };
  }
  if (word && wordSerial) {
    const body = bodyBefore(text, at, from);
    const value = `${body}${word}${wordYear ? `${wordYear}年` : ''}第${wordSerial}号`;
    return { start: at - body.length, end, value, kind: 'announcement' };
  }
  return null;
}

/** 云府发〔2025〕3号, and 云岭省令〔2025〕3号. Without 号 only a code that ends as codes do is believed. */
function letter(
  text: string,
  from: number,
  at: number,
  end: number,
  year: string,
  serial: string,
  whole: boolean,
): DocNumber | null {
  const code = codeAtEnd(runBefore(text, at, Math.max(from, at - 24)));
  if (code.length < 2 && !(code.length === 1 && whole)) return null;
  if (!whole && !/[发规函办令字告]$/.test(code)) return null;
  const order = code.endsWith('令');
  const announcement = /[公通]告$/.test(code);
  return {
    start: at - code.length,
    end,
    value: `${code}〔${year}〕${serial}号`,
    kind: order ? 'order' : announcement ? 'announcement' : 'letter',
  };
}

function bodyBefore(text: string, at: number, from: number): string {
  return text.slice(bodiesBefore(text, at, from), at);
}

/** The bracket of 令(第3号) belongs to the number, that of (令第3号) does not. */
function closed(text: string, whole: string, at: number, end: number): number {
  const last = text.charAt(end - 1);
  if (last !== ')' && last !== '〕') return end;
  return /[(〔]/.test(whole) && at < end ? end : end - 1;
}
