/** Writes a text in simplified characters, one for one, so that its offsets stay. */
export type Simplify = (text: string) => string;

/** Leaves a text as it is. */
export const asItIs: Simplify = (text) => text;

/** Frequent in official Chinese, and written only so in traditional script. */
const TRADITIONAL =
  /[國務會規實業發關於當應個條為這來時說對開學產與動報則區廣東門號經濟機構單頒員處點體現過進還從無樣長見總設計劃資項環際]/g;

/** Of a text no more characters than this are looked at. */
const LOOKED_AT = 20_000;

/** Share of such characters from which on a text is in traditional script: a quotation in it makes none. */
const SHARE = 0.03;

/** Whether a text is in traditional script, as pages behind the big5 gates of mainland sites are. */
export function looksTraditional(text: string): boolean {
  const sample = text.slice(0, LOOKED_AT);
  return (sample.match(TRADITIONAL)?.length ?? 0) > sample.length * SHARE;
}

/**
 * Makes the change of script from OpenCC's table of characters. Words that differ by region stay: both sides
 * of a comparison are changed the same way.
 *
 * @param table `繁 简|繁 简…`; a pair that is not one UTF-16 unit for one is passed over
 */
export function simplifier(table: string): Simplify {
  const to = new Map<string, string>();
  for (const pair of table.split('|')) {
    const [from, simple] = pair.split(' ');
    if (from?.length === 1 && simple?.length === 1) to.set(from, simple);
  }
  return (text) => {
    let out = '';
    for (const unit of text.match(/[^\u3400-\u9fff]+|[\s\S]/g) ?? []) out += to.get(unit) ?? unit;
    return out;
  };
}
