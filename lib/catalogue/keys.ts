import { letterOf } from './letters.ts';

/** A text's letters alone: no white space, brackets, quotation marks or dashes; half width, lower case. */
export function lettersOf(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const letter = letterOf(text.charCodeAt(i));
    if (letter) out += String.fromCharCode(letter);
  }
  return out;
}

/** The form in which titles are compared. Laws are named with and without the name of the state. */
export function titleKey(title: string): string {
  const letters = lettersOf(title);
  return letters.startsWith('中华人民共和国') ? letters.slice(7) : letters;
}

const NOTICE = /(?:印发|转发|发布|公布|下发)(?:《(.+)》|〈(.+)〉|([^《》〈〉]+))的(?:通知|公告|决定|通告)$/;
const ISSUED_BY =
  /^[^《》]{2,80}?(?:人民政府|办公厅|办公室|委员会|管理局|[局厅部委院署会]|法院)(?=关于|印发|转发)/;

/** The title of what a notice issues: the X of 关于印发《X》的通知; null for any other title. */
export function issuedBy(notice: string): string | null {
  const found = NOTICE.exec(notice.replace(/\s+/g, ''));
  return found ? (found[1] ?? found[2] ?? found[3] ?? null) : null;
}

/**
 * The keys under which a title may be looked up, the surest first: as it stands; the document that a
 * notice issues; the title without the issuers in front of it.
 */
export function titleKeys(title: string): string[] {
  const plain = title.replace(/\s+/g, '');
  const keys = [titleKey(plain)];
  const issued = issuedBy(plain);
  if (issued) keys.push(titleKey(issued));
  const bare = plain.replace(ISSUED_BY, '');
  if (bare !== plain) keys.push(titleKey(bare));
  // 公司法 has three letters; what is left of a longer title must say more.
  return [...new Set(keys)].filter((key, rank) => key.length >= (rank === 0 ? 2 : 4));
}

/** A document number in the parts by which it is compared. */
export interface NumberKey {
  /** Issuer's code and serial number; the year too, where numbers start anew each year. */
  key: string;
  /** The year that the number names, or null (orders are numbered by term of office). */
  year: number | null;
}

/** Short codes of orders, and the long names they stand for. */
const ORDERS: Record<string, string> = {
  沪府令: '上海市人民政府令',
  渝府令: '重庆市人民政府令',
  浙政令: '浙江省人民政府令',
  国令: '国务院令',
};
const DIGITS = '零一二三四五六七八九';

/**
 * Reads a 文号 in any of its forms: `沪府规[2021] 7号`, `国发〔2020〕第7号`, `上海市人民政府令第74号`,
 * `上海市人民政府第17号令`, `主席令第四号`.
 *
 * @returns null where it is no number we know the form of
 */
export function numberKey(docNumber: string): NumberKey | null {
  const plain = docNumber
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[[(【﹝〔]/g, '〔')
    .replace(/[\])】﹞〕]/g, '〕')
    .replace(/^中华人民共和国/, '');
  const dated = /^(.{1,40}?)〔((?:19|20)\d\d)〕(?:第)?(\d{1,5})号?$/.exec(plain);
  if (dated) {
    const [, code = '', year = '', serial = ''] = dated;
    const order = ORDERS[code] ?? (code.endsWith('令') ? code : null);
    if (order) return { key: `${order}${Number(serial)}`, year: Number(year) };
    return { key: `${code}${year}-${Number(serial)}`, year: Number(year) };
  }
  const order =
    /^(.{1,40}?令)(?:第)?([\d一二三四五六七八九十百零]{1,7})号?$/.exec(plain) ??
    /^(.{1,40}?)第([\d一二三四五六七八九十百零]{1,7})号(令)$/.exec(plain);
  if (order) {
    const name = `${order[1] ?? ''}${order[3] ?? ''}`;
    const serial = numeral(order[2] ?? '');
    return serial === null ? null : { key: `${ORDERS[name] ?? name}${serial}`, year: null };
  }
  const notice = /^(.{1,40}?)(?:公告|通告)((?:19|20)\d\d)年第(\d{1,5})号$/.exec(plain);
  if (notice) return { key: `${notice[1]}公告${notice[2]}-${Number(notice[3])}`, year: Number(notice[2]) };
  return null;
}

/** 四 → 4, 二十一 → 21, 一百零三 → 103, 47 → 47. */
function numeral(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  let sum = 0;
  let digit = 0;
  for (const char of text) {
    if (char === '百' || char === '十') {
      sum += (digit || 1) * (char === '百' ? 100 : 10);
      digit = 0;
    } else {
      digit = DIGITS.indexOf(char);
      if (digit < 0) return null;
    }
  }
  return sum + digit;
}

/** Whether two numbers name the same document: `yes`, `no`, or `unknown` where one is missing or unreadable. */
export function sameNumber(one: string | null, other: string | null): 'yes' | 'no' | 'unknown' {
  if (!one || !other) return 'unknown';
  const a = numberKey(one);
  const b = numberKey(other);
  if (!a || !b) return lettersOf(one) === lettersOf(other) ? 'yes' : 'unknown';
  const years = a.year === null || b.year === null || a.year === b.year;
  return a.key === b.key && years ? 'yes' : 'no';
}
