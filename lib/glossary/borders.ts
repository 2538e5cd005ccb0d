/** Whether a word that was found stands for itself. */

const NUMERAL = /[一二三四五六七八九十百千万两零〇\d]/;
const BEFORE_NUMERAL = /[一二三四五六七八九十百千万零〇\d第]/;

/**
 * Where the last character of a short term rather begins the next word: 财政|部门, 法|人才, 集成|办理. By last
 * character, what makes such a word behind it.
 */
const NEXT_WORD: Record<string, string> = {
  部: '门分位署队',
  期: '限间',
  办: '理法事公案',
  人: '才员民口力均',
  行: '政为业动使程',
  证: '明据券',
  法: '律规院定治官',
  会: '议员',
  局: '面部',
  区: '域别',
  地: '方区点址',
  市: '场',
  单: '位',
  长: '期远度效',
};
/** A longer term is hardly met by chance. */
const SHORT = 3;

/** What follows a name that is itself only the beginning of the name of an office. */
const OFFICE = /^(?:建设|管理|协调|工作){0,2}(?:办公室|委员会|管委会)/;
const OFFICE_LENGTH = 11;

/** A letter or digit, half or full width. */
function isLatin(unit: number): boolean {
  const half = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  return (half >= 0x30 && half <= 0x39) || (half >= 0x41 && half <= 0x5a) || (half >= 0x61 && half <= 0x7a);
}

/**
 * Whether `[start, end)` is not a part of a longer word, number or name. Letters and digits must begin and
 * end with it; so must numerals. The last character of a short term must not begin the next word.
 *
 * @param text the text itself, not folded: white space and quotation marks end a word
 */
export function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (isLatin(text.charCodeAt(start)) && isLatin(before)) return false;
  if (isLatin(text.charCodeAt(end - 1)) && isLatin(after)) return false;
  if (NUMERAL.test(text.charAt(start)) && BEFORE_NUMERAL.test(text.charAt(start - 1))) return false;
  if (NUMERAL.test(text.charAt(end - 1)) && NUMERAL.test(text.charAt(end))) return false;
  // 企事业单位 is one word.
  if (text.charAt(start - 1) === '企' && text.startsWith('事业', start)) return false;
  // 人民调解|员 is a person, 人民调解|员工 are two words.
  if (text.charAt(end) === '员' && text.charAt(end + 1) !== '工') return false;
  if (OFFICE.test(text.slice(end, end + OFFICE_LENGTH))) return false;
  return end - start > SHORT || !startsNextWord(text.charAt(end - 1), text.charAt(end));
}

function startsNextWord(last: string, next: string): boolean {
  return next !== '' && (NEXT_WORD[last]?.includes(next) ?? false);
}
