import { ownDates } from '../deadlines/own-dates.ts';
import { kindOfTitle } from '../kind.ts';
import type { LabelledFact, Metadata } from '../types.ts';
import { dateIn, datesInFields } from './dates.ts';
import { headOf, type Seen } from './head.ts';
import { pairsInHead } from './head-pairs.ts';
import { splitIssuers } from './issuers.ts';
import { issuersOf, titleIssuer } from './issuing.ts';
import { numberIn } from './number.ts';
import type { Role } from './roles.ts';
import { findSignature } from './signature.ts';
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
  // 成文日期 stands below the signature (GB/T 9704-2012, 7.3.5); a page's 印发日期 is often days later.
  const issued =
    signature.date ?? fields.issued ?? (headDate ? dateIn(headDate.text) : null) ?? announced ?? null;
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
