import { titleKey } from '../citations/names.ts';

/** 关于印发《…》的通知, 公布《…》的决定: a notice that issues another text, and the name of that text. */
const WRAPPER =
  /(?:印发|发布|公布|颁布|下发|颁发)(?:实施)?(?:《(.{4,120})》(?:[(〔][^()〔〕]{1,12}[)〕])?|(.{4,100}?))(?:等[^《》]{0,12})?的?(?:通知|公告|通告|决定|命令|令)(?:[(〔][^()〔〕]{1,24}[)〕])?$/;
/** In a notice's or an order's text: which document it issues. */
const ISSUED = [
  /现(?:将|予)?[^。;《》]{0,30}《((?:[^《》]|《[^《》]*》){3,140})》[^。;《》]{0,60}(?:印发|公布|发布|颁布|下发|印送)/,
  /《((?:[^《》]|《[^《》]*》){3,140})》[^。;《》]{0,90}?(?:同意|通过|批准|审定|制定)[^。;《》]{0,50}?,?[^。;《》]{0,16}(?:现|特|予以|请)[^。;《》]{0,24}(?:公布|印发|发布|颁布|下发|遵照|认真|贯彻)/,
  /(?:制定|修订|编制)了?《((?:[^《》]|《[^《》]*》){3,140})》[^《》]{0,60}现(?:予|将其)?[^。;《》]{0,12}(?:印发|公布|发布)/,
];

/** The name of the text that a notice's title says it issues; null where it issues none. */
export function wrappedName(title: string): string | null {
  const found = WRAPPER.exec(title);
  return found?.[1] ?? found?.[2] ?? null;
}

/** The name of the text that a sentence issues. */
export function issuedName(sentence: string): string | null {
  for (const pattern of ISSUED) {
    const found = pattern.exec(sentence);
    if (found?.[1]) return found[1];
  }
  return null;
}

/** A key that forgives what notices change when they name the text they issue: 关于, 的, brackets. */
export function looseKey(title: string): string {
  return titleKey(title)
    .replace(/^关于/, '')
    .replace(/[的()〔〕,、-]/g, '');
}

/** Whether a line is the title of the text with this name. */
export function isNamed(line: string, name: string): boolean {
  return isNamedBy(line, looseKey(name));
}

/** The same by the name's loose key, for a name that many lines are asked about. */
export function isNamedBy(line: string, key: string): boolean {
  const own = looseKey(line);
  if (own === key) return true;
  if (own.length < 6 || key.length < 6 || wrappedName(line)) return false;
  return (
    (own.includes(key) && own.length <= key.length + 8) || (key.includes(own) && key.length <= own.length + 8)
  );
}

/** A title without what a page prints around it: a column's name, its number in brackets, its own 《》. */
export function bareTitle(line: string): string {
  const title = line
    .replace(/^[^《|]{0,20}[|｜]\s*/, '')
    .replace(/^(?:文件)?(?:标\s*题|名\s*称)\s*[:：]\s*/, '')
    .replace(/[(（〔][^()（）]*(?:令|[〔[［]\d{4}[〕\]］])[^()（）]*号[)）〕]$/, '')
    .replace(/\.(?:pdf|docx?|wps|ofd)$/i, '')
    .replace(/^[^《》]{2,16}[〔［[（(]\d{4}[〕］\]）)]\s*\d+\s*号\s*(?=《.*》$)/, '')
    .trim();
  return /^《[^《》]*(?:《[^《》]*》[^《》]*)*》$/.test(title) && title.indexOf('》') >= title.length - 1
    ? title.slice(1, -1)
    : title;
}
