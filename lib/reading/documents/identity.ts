import { findNumbers } from '../citations/numbers.ts';
import { ownDates } from '../deadlines/own-dates.ts';
import { kindOfTitle } from '../kind.ts';
import type { Line } from '../outline/lines.ts';
import type { LabelledFact, Metadata } from '../types.ts';
import { dateIn, datesInFields } from './dates.ts';
import { headOf, type Seen } from './head.ts';
import { pairsInHead } from './head-pairs.ts';
import { splitIssuers } from './issuers.ts';
import { type Role, roleOf } from './roles.ts';
import { closeUp, findTitles, printedLine, type Sheet } from './title.ts';

/** What a document says of itself, and the labelled facts that were copied with it. */
export interface Identity {
  metadata: Metadata;
  pairs: LabelledFact[];
}

/** What a document says of itself, from its own lines alone. */
export function identify(sheet: Sheet): Identity {
  const { lines: head, before } = headOf(sheet.text, sheet.lines);
  const found = findTitles(sheet, head, before);
  const { attachedAt } = found;
  const title = found.title && closeUp(sheet, found.title);
  const noticeTitle = found.noticeTitle && closeUp(sheet, found.noticeTitle);
  const signature = findSignature(sheet, attachedAt, (noticeTitle ?? title)?.replace(/\s/g, '') ?? null);
  const promulgated = head.find((seen) => seen.role === 'promulgated');
  const fields = fieldDates(head, before);
  const headDate = head.slice(0, before + 1).find((seen) => seen.role === 'date');
  const announced = promulgated && dateIn(promulgated.text);
  const issued =
    fields.issued ?? (headDate ? dateIn(headDate.text) : null) ?? signature.date ?? announced ?? null;
  const published =
    fields.published ?? (promulgated && /公布|发布|颁布/.test(promulgated.text) ? (announced ?? null) : null);
  const own = ownDates(wholeText(sheet), issued, published);
  const number = numberIn(head, before);
  const metadata = {
    title,
    noticeTitle,
    // 关于…的公告 above 2025年第3号: the bodies that the title names number it.
    docNumber: number?.startsWith('公告') ? (titleIssuer(title) ?? '').replace(/\s/g, '') + number : number,
    issuers: issuersOf(sheet, head, before, signature.signers, noticeTitle ?? title),
    kind: title === null ? null : kindOfTitle(title),
    issued,
    published,
    ...own,
  };
  return { metadata, pairs: pairsInHead(head.slice(0, before)) };
}

/**
 * What an article about documents, or a whole newsletter, says of itself: its headline and its day. The
 * numbers and dates of force in it are those of others.
 *
 * @param kind 新闻, 简报 …: what a text about documents is, since its headline names theirs
 */
export function identifyArticle(sheet: Sheet, kind: string | null): Metadata {
  const { lines: head, before } = headOf(sheet.text, sheet.lines);
  const above = head.slice(0, before);
  const headline = above.find(
    (seen) => HEADLINE.has(seen.role) && seen.text.length > 2 && !/[。;!?]$/.test(seen.text),
  );
  const date = above.find((seen) => seen.role === 'date');
  const fields = fieldDates(head, before);
  const title = headline ? closeUp(sheet, printedLine(sheet.source, headline.line)) : null;
  return {
    title,
    noticeTitle: null,
    docNumber: null,
    issuers: [
      ...new Set(
        above
          .filter((seen) => seen.role === 'issuer')
          .flatMap((seen) => splitIssuers(printedLine(sheet.source, seen.line))),
      ),
    ],
    kind,
    issued: fields.issued ?? (date ? dateIn(date.text) : null),
    published: fields.published,
    effective: null,
    expires: null,
  };
}

const HEADLINE: ReadonlySet<Role> = new Set(['title', 'other', 'issuer', 'order']);

function wholeText({ text, lines }: Sheet): string {
  const first = lines[0];
  const last = lines[lines.length - 1];
  return first && last ? text.slice(first.start, last.end) : '';
}

function fieldDates(
  head: readonly Seen[],
  before: number,
): { issued: string | null; published: string | null } {
  let issued: string | null = null;
  let published: string | null = null;
  for (const seen of head.slice(0, before + 1)) {
    if (seen.role !== 'fields') continue;
    const found = datesInFields(seen.text);
    issued ??= found.issued;
    published ??= found.published;
  }
  return { issued, published };
}

/**
 * The document's number among its first lines: on a line of its own, as 令 with its serial number below, in
 * the line of promulgation, in the page's fields, behind the title.
 */
function numberIn(head: readonly Seen[], before: number): string | null {
  const above = head.slice(0, before + 1);
  for (const [i, seen] of above.entries()) {
    const serial = above[i + 1];
    if ((seen.role === 'order' || /公告$/.test(seen.text)) && serial?.role === 'serial') {
      return findNumbers(seen.text + serial.text)[0]?.value ?? null;
    }
    if (seen.role === 'order' && /号[)〕]?$/.test(seen.text)) return findNumbers(seen.text)[0]?.value ?? null;
  }
  const alone = above.find((seen) => seen.role === 'number');
  if (alone) return findNumbers(alone.text)[0]?.value ?? null;
  const promulgated = head.find((seen) => seen.role === 'promulgated');
  if (promulgated) {
    const number = findNumbers(promulgated.text)[0];
    // Of （… 批准 根据…令第54号修正） the number is the revision's.
    if (number && !/根据|修正|修订/.test(promulgated.text.slice(0, number.start))) return number.value;
  }
  for (const seen of above) if (seen.role === 'fields') return findNumbers(seen.text)[0]?.value ?? null;
  const title = above.find((seen) => seen.role === 'title' && /号[)〕]$/.test(seen.text));
  return title ? (findNumbers(title.text)[0]?.value ?? null) : null;
}

/** A date on a line of its own, and the bodies that sign above it. */
interface Signature {
  date: string | null;
  signers: Line[];
  line: number;
}

/** How many lines above a date its signers may take. */
const MOST_SIGNERS = 18;

/**
 * The bodies and the date that sign the document: above the attached text where there is one; of several
 * signatures the one of the body that the title names, of a notice that passes on a request the first.
 */
function findSignature(sheet: Sheet, attachedAt: number | null, title: string | null): Signature {
  const end = attachedAt ?? sheet.lines.length;
  const found: Signature[] = [];
  for (let i = 0; i < end; i++) {
    const line = sheet.lines[i] as Line;
    const last = sheet.text.charCodeAt(line.end - 1);
    // 日 or a closing bracket.
    if (line.end - line.start > 24 || (last !== 0x65e5 && last !== 0x29) || line.block.kind === 'cell')
      continue;
    const body = sheet.text.slice(line.start, line.end);
    if (roleOf(body) === 'date') found.push({ date: dateIn(body), signers: signersAbove(sheet, i), line: i });
  }
  const signed = found.filter((each) => each.signers.length > 0);
  const passedOn = attachedAt !== null || (title !== null && /转发|批转/.test(title));
  const named = signed.find((each) =>
    each.signers.some((line) => title?.startsWith(foldedText(sheet, line))),
  );
  const choice = named ?? (passedOn ? signed[0] : signed[signed.length - 1]);
  if (choice) return choice;
  const alone = attachedAt !== null ? found[0] : found.find((each) => each.line >= sheet.lines.length - 5);
  return {
    date: alone?.date ?? null,
    signers: attachedAt === null ? signersAbove(sheet, end) : [],
    line: end,
  };
}

/** A stray entity at a line's end is no part of a name. */
function foldedText(sheet: Sheet, line: Line): string {
  return sheet.text.slice(line.start, line.end).replace(/&[a-z#\d]{1,6};?$/, '');
}

function signersAbove(sheet: Sheet, at: number): Line[] {
  const signers: Line[] = [];
  for (let i = at - 1; i >= Math.max(0, at - MOST_SIGNERS); i--) {
    const line = sheet.lines[i] as Line;
    const role = line.end - line.start <= 100 ? roleOf(foldedText(sheet, line)) : 'other';
    if (role === 'issuer' || (role === 'signer' && signers.length === 0)) signers.unshift(line);
    else break;
  }
  return signers;
}

/** What a title says of who issued the document: 云岭省人民政府办公厅 关于…, …等八部门关于…. */
const TITLE_ISSUER = /^(.{3,60}?)(?:等[^关]{0,6})?(?:关于|印发|转发|批转|公告$|通告$|令$)/;

/** 云岭县人民政府工作规则: a government's own rules. */
function governmentIn(title: string | null): string[] {
  const government = /^[\u4e00-\u9fff]{2,14}?人民政府(?:办公厅|办公室)?/.exec(title ?? '');
  return government ? [government[0]] : [];
}

function titleIssuer(title: string | null): string | null {
  const named = title && TITLE_ISSUER.exec(title)?.[1];
  return named && roleOf(named.replace(/[\s、]/g, '')) === 'issuer' ? named : null;
}

function issuersOf(
  sheet: Sheet,
  head: readonly Seen[],
  before: number,
  signers: readonly Line[],
  title: string | null,
): string[] {
  const above = head.slice(0, before);
  const letterhead = above
    .filter((seen) => seen.role === 'issuer')
    .map((seen) => printedLine(sheet.source, seen.line));
  const signed = signers.filter((line) => roleOf(foldedText(sheet, line)) === 'issuer');
  const order = above.find((seen) => seen.role === 'order');
  const named = titleIssuer(title);
  const choices = [
    letterhead.length > 1 ? letterhead : [],
    signed.map((line) => printedLine(sheet.source, line).replace(/\s*&[a-z#\d]{1,6};?$/, '')),
    order ? [order.text.replace(/(?:令|命令).*$/, '')] : [],
    named ? [named] : [],
    letterhead,
    governmentIn(title),
  ];
  const bodies = choices.find((choice) => choice.length > 0) ?? promulgators(head);
  return [
    ...new Set(bodies.flatMap(splitIssuers).map((body) => body.replace(/^中华人民共和国(?=国务院)/, ''))),
  ];
}

/** （2025年1月8日云岭省人民政府令第15号公布）, （…省第十四届人民代表大会常务委员会第三次会议通过）: who made it. */
function promulgators(head: readonly Seen[]): string[] {
  const promulgated = head.find((seen) => seen.role === 'promulgated')?.text;
  if (!promulgated) return [];
  const number = findNumbers(promulgated)[0]?.value;
  const body = number ? /^(.{3,40}?)(?:令|公告)/.exec(number)?.[1] : undefined;
  if (body) return [body];
  const congress = /日([\u4e00-\u9fff]{2,20}?)(?:第[^届]{1,6}届)?(人民代表大会(?:常务委员会)?)/.exec(
    promulgated,
  );
  if (congress) return [`${congress[1]}${congress[2]}`];
  const approved = /日([\u4e00-\u9fff]{3,24}?(?:人民政府|国务院|[部委局厅]))(?:批准|发布|公布|印发)/.exec(
    promulgated,
  );
  return approved?.[1] ? [approved[1]] : [];
}
