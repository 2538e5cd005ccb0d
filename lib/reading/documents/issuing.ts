import { findNumbers } from '../citations/numbers.ts';
import type { Line } from '../outline/lines.ts';
import type { Seen } from './head.ts';
import { splitIssuers } from './issuers.ts';
import { roleOf } from './roles.ts';
import { foldedText } from './signature.ts';
import { printedLine, type Sheet } from './title.ts';

/** What a title says of who issued the document: 云岭省人民政府办公厅 关于…, …等八部门关于…. */
const TITLE_ISSUER = /^(.{3,60}?)(?:等[^关]{0,6})?(?:关于|印发|转发|批转|公告$|通告$|令$)/;

/** 云岭县人民政府工作规则: a government's own rules. */
function governmentIn(title: string | null): string[] {
  const government = /^[\u4e00-\u9fff]{2,14}?人民政府(?:办公厅|办公室)?/.exec(title ?? '');
  return government ? [government[0]] : [];
}

/** The bodies in front of 关于 in a title, as printed; null where it names none. */
export function titleIssuer(title: string | null): string | null {
  const named = title && TITLE_ISSUER.exec(title)?.[1];
  return named && roleOf(named.replace(/[\s、]/g, '')) === 'issuer' ? named : null;
}

/**
 * Who issued a document, by the surest sign there is: a letterhead of several bodies, the signature, the
 * order's head, the title, a letterhead of one, the line of promulgation.
 */
export function issuersOf(
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
