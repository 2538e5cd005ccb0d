/**
 * The words that a page is searched for, as numbers: of each word the first two units, its length and a
 * hash. So a page's reader gets what it needs to search (9 bytes a word) without getting the glossary, nor
 * the reader's own terms: the background tells it only of those that stand on the page.
 *
 * The hash is a polynomial one, modulo 2³²: from the hashes of all beginnings of a text, made in one pass,
 * that of any piece follows with one multiplication. At each place only the lengths are tried of words that
 * start like the two units there, and those over two only where some word starts like the three: for most
 * places that is none. Of 50,000 pieces that are tried on a long page against 3,000 words, 0.04 meet a word
 * by mere chance; the background, which knows the words, tells what they are, and the reader compares.
 */

/** Bytes of a word in the packed table: its first two units, its first three, its length, its hash. */
const WORD_BYTES = 2 + 2 + 1 + 4;
const AT_THREE = 2;
const AT_LENGTH = 4;
const AT_HASH = 5;
export const LONGEST_WORD = 60;
const NUMBERS = 0x10000;
/** Odd, so that no unit is lost in multiplying; otherwise any would do. */
const BASE = 0x01000193;

/** BASE to the power of each length. */
const POWERS = new Int32Array(LONGEST_WORD + 1).fill(1);
for (let i = 1; i <= LONGEST_WORD; i++) POWERS[i] = Math.imul(POWERS[i - 1] as number, BASE);

/** What the matcher looks words up in. */
export interface Table {
  /** How many words there are. */
  size: number;
  /** A bit for each two and each three units: whether a word starts so. Small, to stay in the nearest cache. */
  twos: Uint8Array;
  threes: Uint8Array;
  /** Of each two units the number of its family. */
  familyOf: Uint16Array;
  /** Lengths of words that start alike, shortest first. */
  families: number[][];
  lengths: Uint8Array;
  hashes: Int32Array;
  /** Open addressing by hash: number of the word plus one, 0 for none. */
  slots: Uint16Array;
  mask: number;
}

/** The hash of every beginning of `units`: `[i]` is that of the first `i`. */
export function prefixHashes(units: ArrayLike<number>, length: number): Int32Array {
  const hashes = new Int32Array(length + 1);
  let hash = 0;
  for (let i = 0; i < length; i++) {
    hash = (Math.imul(hash, BASE) + (units[i] as number)) | 0;
    hashes[i + 1] = hash;
  }
  return hashes;
}

/** The hash of `length` units from `start` on. */
export function pieceHash(prefixes: Int32Array, start: number, length: number): number {
  const before = Math.imul(prefixes[start] as number, POWERS[length] as number);
  return ((prefixes[start + length] as number) - before) | 0;
}

/** The number of two units. Different ones may share it. */
export function twoOf(first: number, second: number): number {
  return (first * 31 + second) & (NUMBERS - 1);
}

/** The number of three units, by that of the first two. */
export function threeOf(two: number, third: number): number {
  return (two * 31 + third) & (NUMBERS - 1);
}

/** Whether a word can stand in a table. */
export function fits(word: string): boolean {
  return word.length >= 2 && word.length <= LONGEST_WORD;
}

/** Words that a table holds at most: their places are 16 bits. */
export const MOST_WORDS = 65_000;

/** Packs words, each once, none that does not fit, and no more than `MOST_WORDS`. */
export function packWords(words: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(words.length * WORD_BYTES);
  const view = new DataView(bytes.buffer);
  words.forEach((word, i) => {
    const units = Uint16Array.from(word, (_, at) => word.charCodeAt(at));
    const hash = pieceHash(prefixHashes(units, word.length), 0, word.length);
    const two = twoOf(units[0] ?? 0, units[1] ?? 0);
    view.setUint16(i * WORD_BYTES, two);
    view.setUint16(i * WORD_BYTES + AT_THREE, threeOf(two, units[2] ?? 0));
    view.setUint8(i * WORD_BYTES + AT_LENGTH, word.length);
    view.setInt32(i * WORD_BYTES + AT_HASH, hash);
  });
  return bytes;
}

/** @param bytes of `packWords`; of anything else, a table of nonsense words, but no error */
export function loadTable(bytes: Uint8Array): Table {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = Math.floor(bytes.length / WORD_BYTES);
  let room = 16;
  while (room < size * 4) room *= 2;
  const table: Table = {
    size,
    twos: new Uint8Array(NUMBERS / 8),
    threes: new Uint8Array(NUMBERS / 8),
    familyOf: new Uint16Array(NUMBERS),
    families: [[]],
    lengths: new Uint8Array(size),
    hashes: new Int32Array(size),
    slots: new Uint16Array(room),
    mask: room - 1,
  };
  for (let i = 0; i < size; i++) {
    const length = view.getUint8(i * WORD_BYTES + AT_LENGTH);
    const hash = view.getInt32(i * WORD_BYTES + AT_HASH);
    if (length < 2 || length > LONGEST_WORD) continue;
    table.lengths[i] = length;
    table.hashes[i] = hash;
    const two = view.getUint16(i * WORD_BYTES);
    setBit(table.twos, two);
    if (length > 2) setBit(table.threes, view.getUint16(i * WORD_BYTES + AT_THREE));
    joinFamily(table, two, length);
    let slot = slotOf(hash, table.mask);
    while (table.slots[slot]) slot = (slot + 1) & table.mask;
    table.slots[slot] = i + 1;
  }
  for (const lengths of table.families) lengths.sort((a, b) => a - b);
  return table;
}

function setBit(bits: Uint8Array, number: number): void {
  bits[number >>> 3] = (bits[number >>> 3] as number) | (1 << (number & 7));
}

/** Whether the bit of a number is set; 0 for no. */
export function bitOf(bits: Uint8Array, number: number): number {
  return ((bits[number >>> 3] as number) >>> (number & 7)) & 1;
}

function joinFamily({ familyOf, families }: Table, two: number, length: number): void {
  if (!familyOf[two]) familyOf[two] = families.push([]) - 1;
  const lengths = families[familyOf[two] as number] as number[];
  if (!lengths.includes(length)) lengths.push(length);
}

/** Where a hash is looked for first. */
export function slotOf(hash: number, mask: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) & mask;
}
