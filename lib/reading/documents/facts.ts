import { findNumbers } from '../citations/numbers.ts';
import { foldWidth } from '../citations/parts.ts';
import { kindOfTitle } from '../kind.ts';
import type { Metadata, PageFacts } from '../types.ts';
import { dateIn } from './dates.ts';
import { splitIssuers } from './issuers.ts';
import { bareTitle, looseKey } from './names.ts';

/**
 * What the page's template says of the document, as votes: a fact that the text does not state is taken
 * from the page, one that contradicts the text is not, since templates carry the facts of other pages
 * and dates of re-publishing.
 *
 * @param own what the text says
 * @param text the folded text
 */
export function voteWithFacts(own: Metadata, facts: PageFacts, text: string): Metadata {
  const voted = { ...own };
  voteTitle(voted, facts);
  voted.docNumber = voteNumber(own.docNumber, labelled(facts, NUMBER), text);
  const issuers = labelled(facts, ISSUER);
  const given = issuers ? splitIssuers(issuers).filter((issuer) => !/网站?$/.test(issuer)) : [];
  voted.issuers = voteIssuers(own.issuers, given);
  voted.issued ??= dayOf(labelled(facts, ISSUED));
  voted.published ??=
    dayOf(labelled(facts, PUBLISHED)) ?? dayOf(facts.meta.firstpublishedtime ?? facts.meta.pubdate);
  voted.effective ??= dayOf(labelled(facts, EFFECTIVE));
  voted.expires ??= dayOf(labelled(facts, EXPIRES));
  return voted;
}

const TITLE = /^(?:信息|文件)?(?:标题|名称)$/;
const NUMBER = /^(?:发文|文件)?(?:字号|文号|编号)$|^发文文号$/;
const ISSUER = /^(?:发文|发布|制发|制定|公布)(?:机关|单位|机构|部门)$/;
const ISSUED = /^(?:成文|印发|发文|签发|生成)(?:日期|时间)$/;
const PUBLISHED = /^(?:发布|公布|公开)(?:日期|时间)$/;
const EFFECTIVE = /^(?:实施|施行|生效|执行)(?:日期|时间)$/;
const EXPIRES = /^(?:失效|废止|终止)(?:日期|时间)$|^有效期至$/;

function labelled(facts: PageFacts, label: RegExp): string | null {
  return facts.pairs.find((pair) => label.test(pair.label) && pair.value.trim() !== '')?.value ?? null;
}

function dayOf(value: string | null | undefined): string | null {
  return value ? dateIn(foldWidth(value.replace(/\s/g, ''))) : null;
}

/** The page's names for the document, and whether two of them agree. */
function voteTitle(own: Metadata, facts: PageFacts): void {
  const names = [labelled(facts, TITLE), facts.heading, facts.title, facts.meta.articletitle]
    .filter((name): name is string => typeof name === 'string' && name.trim().length > 3)
    .map((name) => bareTitle(name.trim()));
  const wanted = own.noticeTitle ?? own.title;
  const [first] = names;
  if (!first) return;
  if (wanted === null) {
    own.title = first;
    own.kind ??= kindOfTitle(first);
    return;
  }
  const key = looseKey(foldWidth(wanted));
  const keys = names.map((name) => looseKey(foldWidth(name)));
  if (keys.includes(key)) {
    // The same, but the page's form is set in one line.
    const same = names[keys.indexOf(key)] as string;
    if (!/\s/.test(same) && /\s/.test(wanted)) setWanted(own, same);
    return;
  }
  // 关于…的通知 below a letterhead, and the whole name above it: the whole name.
  const fuller = names.findIndex(
    (_, i) => keys[i]?.endsWith(key) && (keys[i] as string).length <= key.length + 40,
  );
  if (fuller >= 0 && own.noticeTitle === null) {
    own.title = names[fuller] as string;
    return;
  }
  // The page names the notice that the text itself leaves out.
  const notice = names.findIndex((_, i) => keys[i]?.includes(key));
  if (notice >= 0) {
    if (own.noticeTitle === null && /(?:印发|发布|公布|颁布)/.test(names[notice] as string))
      own.noticeTitle = names[notice] as string;
    return;
  }
  if (keys.some((each) => key.includes(each) && each.length > 5)) return;
  // Two of the page's names agree on something else: the text's first title is that of another text.
  const agreed = names.find((_, i) => keys.some((other, j) => j !== i && other === keys[i]));
  if (agreed && kindOfTitle(agreed)) {
    own.title = agreed;
    own.kind = kindOfTitle(agreed);
    own.noticeTitle = null;
  }
}

/** The page's issuers where the text names none, or only some of them. */
function voteIssuers(own: string[], given: string[]): string[] {
  const known = (issuer: string) => given.some((other) => other.includes(issuer) || issuer.includes(other));
  return given.length > own.length && own.every(known) ? given : own;
}

function setWanted(own: Metadata, name: string): void {
  if (own.noticeTitle === null) own.title = name;
  else own.noticeTitle = name;
}

/** The page's number where the text has none, or has the same one in another form. */
function voteNumber(own: string | null, fact: string | null, text: string): string | null {
  if (!fact) return own;
  // White space inside the number goes, that before it parts it from a column's name.
  const given = foldWidth(
    fact
      .replace(/\s+(?=[〔［[（(【﹝〕］\]）)】﹞\d号第])|(?<=[〔［[（(【﹝〕］\]）)】﹞\d第])\s+/g, '')
      .replace(/\s+/g, '\n'),
  );
  const number = findNumbers(given)[0]?.value ?? (/^[^,。;\n]{2,20}\d+号$/.test(given) ? given : null);
  if (!number) return own;
  if (!own) return number;
  const serial = /(\d+)号$/.exec(number)?.[1];
  return serial !== undefined && own.endsWith(`${serial}号`) && !text.includes(number) && /令/.test(own)
    ? number
    : own;
}

/** What a part takes from the page it stands in: articles of a newsletter came out with it. */
export function inherit(part: Metadata, main: Metadata, about: boolean): void {
  if (about) part.published ??= main.published ?? main.issued;
}
