import type { Candidate } from './close.ts';
import type { Surrounded } from './context.ts';

/**
 * What must not differ between two texts that count as close, in folded text: numbers with their unit,
 * 文号, Chinese numerals that count something or number an item, bounds (以上, 日前), negations. A rule that is too strict
 * here loses a note's place, one that is too lax shows the note at a wrong number.
 */
const FACT = new RegExp(
  [
    '[\\u4e00-\\u9fff]{0,3}〔\\d{4}〕\\d+号',
    '第?\\d+(?:[.,:/-]\\d+)*(?:个?工作日|个月|小时|分钟|[年月日天周号元倍成名人家项条款%‰]|万|亿)*',
    '第?[〇零一二两三四五六七八九十百千万亿半]+(?:个?工作日|个月?|小时|季度|[年月日天周时分元倍成名人家项次条款章节号%])',
    '第?[〇零一二两三四五六七八九十百千万亿半]{2,}',
    '(?<=\\()[〇零一二两三四五六七八九十百]+(?=\\))',
    '[不未无非勿莫禁免没毋否除]',
    '以上|以下|以内|以外|以前|以后|之前|之后|超过|低于|高于|少于|多于',
    '(?<=[年月日天时底周])[前后内]',
  ].join('|'),
  'g',
);

/** Characters around a piece that a number reaching over its border may take. */
const REACH = 16;

const TURNS =
  /^(?:[不未无非勿莫禁免没毋否除]|以上|以下|以内|以外|以前|以后|之前|之后|超过|低于|高于|少于|多于|[前后内])$/;

/** A negation or a bound this near to a piece is the piece's: it may begin or end within what is negated (应|当不, 未办|理, 不|超过, 9日|前). */
const BESIDE = 2;

interface Fact {
  token: string;
  /** Its offset from the piece's start; negative for one that begins before it. */
  at: number;
  /** Whether it reaches over the piece's start, and over its end. */
  cut: string;
}

/** Where a sentence ends, in folded text. */
const END = /[。;:!?]/;

/** Characters after a piece in which its sentence's end is looked for. */
const SENTENCE = 64;

/**
 * Whether a place says what an anchor's quote said: the same numbers, dates, 文号, percentages, bounds and negations,
 * also where they reach over the borders. Where it is not the same word for word, the rest of the sentence that
 * it begins and ends in must say the same ones too: another sentence may be made of nearly the same words.
 *
 * @param text the folded text
 * @param sought the folded quote with its context
 * @param place the place in the text, and by how many characters it differs from the quote
 */
export function saysTheSame(
  text: string,
  { prefix, quote, suffix }: Surrounded,
  { start, end, errors }: Candidate,
): boolean {
  const before = prefix.length;
  if (Math.min(before, suffix.length) >= REACH && errors === 0) {
    const near = prefix.slice(-REACH) + quote + suffix.slice(0, REACH);
    if (text.startsWith(near, start - REACH)) return true;
  }
  const was = { text: prefix + quote + suffix, start: before, end: before + quote.length };
  const is = { text, start, end };
  if (!sameFacts(was, is, errors)) return false;
  return (
    errors === 0 || (sameTokens(restBefore(was), restBefore(is)) && sameTokens(restAfter(was), restAfter(is)))
  );
}

/** What stands before a piece in the sentence that it begins in; null where that sentence's begin is too far away. */
function restBefore({ text, start }: Piece): string | null {
  const rest = text.slice(Math.max(0, start - SENTENCE), start).split(END);
  return rest.length > 1 ? (rest.at(-1) ?? null) : null;
}

/** What stands after a piece in the sentence that it ends in; null where that sentence's end is too far away. */
function restAfter({ text, start, end }: Piece): string | null {
  if (END.test(text.slice(start, end).slice(-1))) return '';
  const rest = text.slice(end, end + SENTENCE).split(END);
  return rest.length > 1 ? (rest[0] ?? null) : null;
}

function sameTokens(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true;
  return tokens(one) === tokens(other);
}

const tokens = (text: string) => (text.match(FACT) ?? []).join(' ');

/**
 * Whether two pieces of folded text say the same numbers, dates, 文号, percentages, bounds and negations in
 * the same order and at about the same places. A number that reaches over a piece's border counts as a whole,
 * and a negation right beside it counts too: `5日内` stands in `15日内`, `应当公开` in `不应当公开`.
 *
 * @param one a piece within its text
 * @param shift by how many characters a fact may have come nearer to the piece's start, or further from it
 */
function sameFacts(one: Piece, other: Piece, shift: number): boolean {
  const facts = factsOf(one);
  const others = factsOf(other);
  return (
    facts.length === others.length &&
    facts.every(({ token, at, cut }, i) => {
      const fact = others[i];
      return fact?.token === token && Math.abs(fact.at - at) <= shift && fact.cut === cut;
    })
  );
}

/** A part of a folded text. */
interface Piece {
  text: string;
  start: number;
  end: number;
}

function factsOf({ text, start, end }: Piece): Fact[] {
  const from = Math.max(0, start - REACH);
  const length = end - start;
  return [...text.slice(from, end + REACH).matchAll(FACT)]
    .map((match) => {
      const [token] = match;
      const at = match.index + from - start;
      return { token, at, cut: `${at < 0} ${at + token.length > length}` };
    })
    .filter(({ token, at }) => {
      const beside = TURNS.test(token) ? BESIDE : 0;
      return at + token.length > -beside && at < length + beside;
    });
}
