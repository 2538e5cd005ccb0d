import { findNumbers } from '../citations/numbers.ts';
import { kindOfTitle } from '../kind.ts';
import type { Line } from '../outline/lines.ts';
import type { Metadata } from '../types.ts';
import { dateIn, datesInFields } from './dates.ts';
import { headOf, type Seen } from './head.ts';
import { splitIssuers } from './issuers.ts';
import { ownDates } from './own-dates.ts';
import { roleOf } from './roles.ts';
import { findTitles, printedLine, type Sheet } from './title.ts';

/** What a document says of itself, from its own lines alone. */
export function identify(sheet: Sheet): Metadata {
  const { lines: head, before } = headOf(sheet.text, sheet.lines);
  const { title, noticeTitle, attachedAt } = findTitles(sheet, head, before);
  const signature = findSignature(sheet, attachedAt);
  const promulgated = head.find((seen) => seen.role === 'promulgated');
  const fields = fieldDates(head, before);
  const headDate = head.slice(0, before + 1).find((seen) => seen.role === 'date');
  const announced = promulgated && dateIn(promulgated.text);
  const issued =
    fields.issued ?? (headDate ? dateIn(headDate.text) : null) ?? signature.date ?? announced ?? null;
  const published =
    fields.published ?? (promulgated && /公布|发布|颁布/.test(promulgated.text) ? (announced ?? null) : null);
  const own = ownDates(wholeText(sheet), issued, published);
  return {
    title,
    noticeTitle,
    docNumber: numberIn(head, before),
    issuers: issuersOf(sheet, head, before, signature.lines, noticeTitle ?? title),
    kind: title === null ? null : kindOfTitle(title),
    issued,
    published,
    ...own,
  };
}

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

/** How far below the attached text's title, or above a date, a signature is looked for. */
const NEAR = 6;

/** The bodies and the date that sign the document: before the attached text, else at the end. */
function findSignature(sheet: Sheet, attachedAt: number | null): { date: string | null; lines: Line[] } {
  const end = attachedAt ?? sheet.lines.length;
  let fallback: string | null = null;
  for (
    let i = attachedAt === null ? end - 1 : 0, step = attachedAt === null ? -1 : 1;
    i >= 0 && i < end;
    i += step
  ) {
    const line = sheet.lines[i] as Line;
    if (line.end - line.start > 24) continue;
    const body = sheet.text.slice(line.start, line.end);
    if (roleOf(body) !== 'date') continue;
    const above = signersAbove(sheet, i);
    if (above.length > 0) return { date: dateIn(body), lines: above };
    fallback ??= dateIn(body);
  }
  return {
    date: attachedAt === null ? null : fallback,
    lines: attachedAt === null ? signersAbove(sheet, end) : [],
  };
}

function signersAbove(sheet: Sheet, at: number): Line[] {
  const signers: Line[] = [];
  for (let i = at - 1; i >= Math.max(0, at - NEAR * 3); i--) {
    const line = sheet.lines[i] as Line;
    const role = roleOf(sheet.text.slice(line.start, line.end));
    if (role === 'issuer') signers.unshift(line);
    else if (role !== 'signer' || signers.length > 0) break;
    else signers.unshift(line);
  }
  return signers;
}

/** What a title says of who issued the document: 云岭省人民政府办公厅 关于…, …等八部门关于…. */
const TITLE_ISSUER = /^(.{3,60}?)(?:等[^关]{0,6})?(?:关于|印发|转发|批转|公告$|通告$|令$)/;

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
  const signed = signers.filter((line) => roleOf(sheet.text.slice(line.start, line.end)) === 'issuer');
  const order = above.find((seen) => seen.role === 'order');
  const named = title && TITLE_ISSUER.exec(title)?.[1];
  const choices = [
    letterhead.length > 1 ? letterhead : [],
    signed.map((line) => printedLine(sheet.source, line)),
    order ? [order.text.replace(/(?:令|命令).*$/, '')] : [],
    named && roleOf(named.replace(/\s/g, '')) === 'issuer' ? [named] : [],
    letterhead,
  ];
  const bodies = choices.find((choice) => choice.length > 0) ?? promulgators(head);
  return [...new Set(bodies.flatMap(splitIssuers))];
}

/** （2025年1月8日云岭省人民政府令第15号公布）: who promulgated it. */
function promulgators(head: readonly Seen[]): string[] {
  const promulgated = head.find((seen) => seen.role === 'promulgated');
  const number = promulgated && findNumbers(promulgated.text)[0]?.value;
  const body = number ? /^(.{3,40}?)(?:令|公告)/.exec(number)?.[1] : undefined;
  return body ? [body] : [];
}
