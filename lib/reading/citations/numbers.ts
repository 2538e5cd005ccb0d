import { numeral } from '../numerals.ts';
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
const YEAR = '(?:19|20)\\d\\d';
/**
 * The forms before 号 (GB/T 9704-2012, 7.2.5, and what is met on the web): 〔2025〕3号 with any bracket and
 * with 第; 令第3号, 令3号, 令(第3号), 令2025年第3号, 第3号令; 公告2025年第3号, 公告第3号.
 */
const FORMS = new RegExp(
  [
    `[〔(《〈{](?<year>${YEAR})[〕)》〉}]第?(?<serial>\\d{1,5})`,
    `令\\n?[(〔]?(?:(?<orderYear>${YEAR})年)?第?\\n?(?<order>${SERIAL})`,
    `(?<word>公告|通告|公报)[(〔]?(?:(?<wordYear>${YEAR})年)?[)〕]?第(?<wordSerial>\\d{1,4})`,
    `第(?<orderBefore>${SERIAL})`,
    `(?<fileYear>${YEAR}|[一二][〇○零一二三四五六七八九]{3})年第?(?<file>\\d{1,4})`,
  ]
    .map((form) => `(?:${form})`)
    .join('|')
    .replace(/^/, '(?:')
    .concat(')号$'),
);
/** 国发〔2020〕7: the 号 left out. */
const WITHOUT = new RegExp(`〔(${YEAR})〕第?(\\d{1,5})(?![\\d号])`, 'y');
/** The longest of the forms, with its 号. */
const LONGEST = 22;

/**
 * Finds every document number.
 *
 * @param text folded text
 * @returns numbers in text order, apart from each other; linear time
 */
export function findNumbers(text: string): DocNumber[] {
  const found: DocNumber[] = [];
  let from = 0;
  let bracket = text.indexOf('〔');
  for (let hao = text.indexOf('号'); hao >= 0 || bracket >= 0; ) {
    let number: DocNumber | null = null;
    if (hao >= 0 && (bracket < 0 || hao < bracket)) {
      number = numberEndingAt(text, hao + 1, from);
      hao = text.indexOf('号', hao + 1);
    } else {
      number = withoutHao(text, bracket, from);
      bracket = text.indexOf('〔', bracket + 1);
    }
    if (!number) continue;
    found.push(number);
    from = number.end;
  }
  return found;
}

function withoutHao(text: string, bracket: number, from: number): DocNumber | null {
  WITHOUT.lastIndex = bracket;
  const match = WITHOUT.exec(text);
  return match ? letter(text, from, bracket, WITHOUT.lastIndex, match[1] ?? '', match[2] ?? '', false) : null;
}

function numberEndingAt(text: string, end: number, from: number): DocNumber | null {
  const least = Math.max(from, end - LONGEST);
  const match = FORMS.exec(text.slice(least, end));
  if (!match?.groups) return null;
  const at = least + match.index;
  const { year, serial, order, orderYear, orderBefore, word, wordYear, wordSerial, fileYear, file } =
    match.groups;
  if (year && serial) return letter(text, from, at, end, year, serial, true);
  if (word && wordSerial) {
    const body = bodyBefore(text, at, from);
    const value = `${body}${word}${wordYear ? `${wordYear}年` : ''}第${wordSerial}号`;
    return { start: at - body.length, end, value, kind: 'announcement' };
  }
  if (orderBefore && text.charAt(end) !== '令') return null;
  if (fileYear) return namedByYear(text, at, end, fileYear, file ?? '', from);
  const body = bodyBefore(text, at, from);
  // 命令, 法令 and 责令 are words; an order has a body before it.
  if (!body || (order && /[命法责指条政]$/.test(body))) return null;
  const value = `${body}令${orderYear ? `${orderYear}年` : ''}第${order ?? orderBefore}号`;
  // The bracket of 令(第3号) and the 令 of 第3号令 belong to the number.
  const after = orderBefore || (/^令\n?[(〔]/.test(match[0]) && /[)〕]/.test(text.charAt(end))) ? 1 : 0;
  return { start: at - body.length, end: end + after, value, kind: 'order' };
}

/** Bodies whose papers were once named by year and number alone. */
const OLD_BODY =
  /(?:中共中央|国务院(?:办公厅)?|(?:[省市区县]|[\u4e00-\u9fff]{2,3}[省市区县])(?:人民)?政府(?:办公[厅室])?|[省市区县]委)$/;

/** 国务院一九八〇年223号文件. */
function namedByYear(
  text: string,
  at: number,
  end: number,
  year: string,
  serial: string,
  from: number,
): DocNumber | null {
  const named = text.startsWith('文', end)
    ? OLD_BODY.exec(text.slice(Math.max(from, at - 16), at))?.[0]
    : null;
  // 文件和省政府: what leads up to the body.
  const body = named?.replace(/^.{0,3}[件和与及按照](?=[省市区县])/, '');
  const value = numeral(year);
  return body && value
    ? { start: at - body.length, end, value: `${body}${value}年${serial}号`, kind: 'letter' }
    : null;
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
  const run = runBefore(text, at, Math.max(from, at - 24));
  // 云府发〔2025〕1号和云府函〔2025〕2号: what joins two numbers.
  const code = codeAtEnd(from > 0 && at - run.length === from ? run.replace(/^(?:以?及|和|与)/, '') : run);
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
