/**
 * What must not differ between two texts that count as close, in folded text: numbers with their unit,
 * 文号, Chinese numerals that count something, bounds (以上, 日前), negations. A rule that is too strict
 * here loses a note's place, one that is too lax shows the note at a wrong number.
 */
const FACT = new RegExp(
  [
    '[\\u4e00-\\u9fff]{0,3}〔\\d{4}〕\\d+号',
    '\\d+(?:[.,:/-]\\d+)*(?:个?工作日|个月|小时|分钟|[年月日天周号元倍成名人家项条款%‰]|万|亿)*',
    '[〇零一二两三四五六七八九十百千万亿半]{2,}',
    '[〇零一二两三四五六七八九十百千万亿半](?=个?工作日|个|小时|季度|[年月日天周时分元倍成名人家项次条款章节])',
    '[不未无非勿莫禁免没毋否除]',
    '以上|以下|以内|以外|以前|以后|之前|之后|超过|低于|高于|少于|多于',
    '(?<=[年月日天时底周])[前后内]',
  ].join('|'),
  'g',
);

/** Whether two folded texts say the same numbers, dates, 文号, percentages, bounds and negations in the same order. */
export function sameFacts(one: string, other: string): boolean {
  return factsOf(one) === factsOf(other);
}

function factsOf(folded: string): string {
  return (folded.match(FACT) ?? []).join('|');
}

const NUMERAL = /[\d〇零一二两三四五六七八九十百千万亿半.%‰]/;
const NEGATION = /[不未无非勿莫禁免没毋否]/;

/**
 * Whether a piece that starts (or ends) at a border is cut off from a number or a negation there: the
 * quote `5日内` stands in `15日内`, and `应当公开` in `不应当公开`, but neither says the same.
 *
 * @param outside the folded character before the piece, or after it; empty at the text's border
 * @param edge the piece's own character at that border
 * @param side which border
 */
export function cutsFact(outside: string, edge: string, side: 'before' | 'after'): boolean {
  if (!outside) return false;
  if (NUMERAL.test(outside) && NUMERAL.test(edge)) return true;
  return side === 'before' && NEGATION.test(outside);
}
