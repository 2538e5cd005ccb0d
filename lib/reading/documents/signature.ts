import type { Line } from '../outline/lines.ts';
import { dateIn } from './dates.ts';
import { roleOf } from './roles.ts';
import type { Sheet } from './title.ts';

/** A date on a line of its own, and the bodies that sign above it. */
export interface Signature {
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
export function findSignature(sheet: Sheet, attachedAt: number | null, title: string | null): Signature {
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
    date: alone?.date ?? printedOn(sheet),
    signers: attachedAt === null ? signersAbove(sheet, end) : [],
    line: end,
  };
}

/** 某某办公室2025年3月5日印发: the foot of minutes and other papers that nobody signs. */
function printedOn({ lines, text }: Sheet): string | null {
  for (let i = lines.length - 1; i >= Math.max(0, lines.length - 5); i--) {
    const line = lines[i] as Line;
    if (line.end - line.start > 48) continue;
    const words = text.slice(line.start, line.end);
    if (/\D.*日印发$/.test(words)) return dateIn(words);
  }
  return null;
}

/** A stray entity at a line's end is no part of a name. */
export function foldedText(sheet: Sheet, line: Line): string {
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
