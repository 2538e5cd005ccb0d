/** Characters in a gram. A quote with a fifth of its characters changed has a piece of four without a change. */
export const GRAM = 4;

const BITS = 17;
const PRIME = 0x01000193;

/** A needle's grams are tried at no more offsets than this for the rarest. */
const TRIED = 48;

/**
 * Where each run of four characters stands in a text, so that a thousand notes need not each go through all
 * of it. Built in one pass of some milliseconds for 232,000 characters.
 */
export class Grams {
  readonly text: string;
  readonly #heads = new Uint32Array((1 << BITS) + 1);
  readonly #places: Uint32Array;

  constructor(text: string) {
    this.text = text;
    const count = Math.max(0, text.length - GRAM + 1);
    const slots = new Uint32Array(count);
    const heads = this.#heads;
    for (let i = 0; i < count; i++) {
      const slot = slotOf(text, i);
      slots[i] = slot;
      heads[slot + 1] = (heads[slot + 1] as number) + 1;
    }
    for (let slot = 1; slot < heads.length; slot++)
      heads[slot] = (heads[slot] as number) + (heads[slot - 1] as number);
    const next = heads.slice();
    this.#places = new Uint32Array(count);
    for (let i = 0; i < count; i++) {
      const slot = slots[i] as number;
      const at = next[slot] as number;
      next[slot] = at + 1;
      this.#places[at] = i;
    }
  }

  /** About how often the gram at an offset of a needle stands in the text; never less than it does. */
  count(needle: string, offset: number): number {
    const slot = slotOf(needle, offset);
    return (this.#heads[slot + 1] as number) - (this.#heads[slot] as number);
  }

  /** Where the gram at an offset of a needle may stand, in text order, some other grams' places among them. */
  at(needle: string, offset: number): Uint32Array {
    const slot = slotOf(needle, offset);
    return this.#places.subarray(this.#heads[slot] as number, this.#heads[slot + 1] as number);
  }

  /**
   * Where a needle stands between two offsets, in text order.
   *
   * @param most no more places than this are looked for
   */
  find(needle: string, start: number, end: number, most: number): number[] {
    const found: number[] = [];
    if (needle.length < GRAM) {
      for (let at = this.text.indexOf(needle, start); at >= 0; at = this.text.indexOf(needle, at + 1)) {
        if (at + needle.length > end || found.length >= most) break;
        found.push(at);
      }
      return found;
    }
    const offset = this.#rarest(needle);
    for (const place of this.at(needle, offset)) {
      const at = place - offset;
      if (at < start || at + needle.length > end || !this.text.startsWith(needle, at)) continue;
      found.push(at);
      if (found.length >= most) break;
    }
    return found;
  }

  /** The one place of a needle between two offsets; null where it stands there never or more than once. */
  only(needle: string, start: number, end: number): number | null {
    const [first, second] = this.find(needle, start, end, 2);
    return first === undefined || second !== undefined ? null : first;
  }

  #rarest(needle: string): number {
    const step = Math.max(1, Math.ceil((needle.length - GRAM + 1) / TRIED));
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let offset = 0; offset + GRAM <= needle.length && least > 1; offset += step) {
      const count = this.count(needle, offset);
      if (count < least) {
        best = offset;
        least = count;
      }
    }
    return best;
  }
}

function slotOf(text: string, at: number): number {
  let hash = text.charCodeAt(at);
  for (let i = 1; i < GRAM; i++) hash = Math.imul(hash, PRIME) ^ text.charCodeAt(at + i);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash >>> (32 - BITS);
}
