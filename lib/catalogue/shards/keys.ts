import type { Metadata } from '../../reading/types.ts';
import { issuedBy, numberKey, titleKey, titleKeys } from '../keys.ts';

/** Titles and numbers have shards of their own (see layout.ts). */
export type Side = 'titles' | 'numbers';

/** What a title or a number is looked up by: in which shard, and as what. */
export interface Key {
  side: Side;
  /** 32 bits that spread keys over the shards, all equally. */
  place: number;
  /** 32 further bits, by which the key is known in its shard. */
  hash: number;
}

/** What a document is called. */
export type Called = Pick<Metadata, 'title' | 'docNumber'> & Partial<Pick<Metadata, 'noticeTitle'>>;

/** （试行）（修订）（2021年修正本） at the end of a title: versions of a document belong in one shard. */
const VERSION = /(?:[（(〔[【][^（）()〔〕【】[\]]{1,20}[）)〕\]】])+$/;

/**
 * The one title under which a document is kept and asked for: what a notice issues rather than the notice,
 * without the issuers in front and without the version behind, as letters. A notice, the document that it
 * issues and its revisions all come to the same, so that a page finds them with one request.
 */
export function foldedTitle(title: string): string {
  let plain = title.replace(/\s+/g, '');
  // A notice may pass on a notice: 转发《关于印发〈…〉的通知》的通知.
  for (let depth = 0; depth < 3; depth++) {
    const inner = issuedBy(plain);
    if (!inner || titleKey(inner).length < 4) break;
    plain = inner;
  }
  const keys = titleKeys(plain.replace(VERSION, '') || plain);
  return keys[keys.length - 1] ?? titleKey(plain);
}

/** The keys under which a document is kept, none twice. */
export function keysOf(titles: readonly string[], numbers: readonly string[]): Key[] {
  const letters = {
    titles: new Set(titles.map(foldedTitle)),
    numbers: new Set(numbers.map((number) => numberKey(number)?.key ?? '')),
  };
  return (['titles', 'numbers'] as const).flatMap((side) =>
    [...letters[side]].filter((key) => key.length > 1).map((key) => keyOf(side, key)),
  );
}

/**
 * The keys that a page asks by, the surest first: the title; then, only if that fails, the number, then
 * the title of the notice.
 */
export function keysToAsk({ title, docNumber, noticeTitle }: Called): Key[] {
  const some = (text: string | null | undefined) => (text ? [text] : []);
  const keys = [...keysOf(some(title), some(docNumber)), ...keysOf(some(noticeTitle), [])];
  return keys.filter((key, at) => keys.findIndex(({ place }) => place === key.place) === at);
}

function keyOf(side: Side, letters: string): Key {
  return { side, place: murmur(letters, 0x5a485550), hash: murmur(letters, 0x49434154) };
}

/** The part of a place that says in which shard it lies. */
export function prefixOf(place: number): number {
  return place >>> 16;
}

/** Which shard of its side a key stands in. @param starts the prefixes that shards begin with, in order */
export function shardOf(key: Pick<Key, 'place'>, starts: ArrayLike<number>): number {
  const prefix = prefixOf(key.place);
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= prefix) low = middle;
    else high = middle;
  }
  return low;
}

/** MurmurHash3 (x86, 32 bits), each UTF-16 unit taken as one block of it. */
function murmur(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) {
    let k = Math.imul(text.charCodeAt(i), 0xcc9e2d51);
    k = (k << 15) | (k >>> 17);
    h ^= Math.imul(k, 0x1b873593);
    h = (h << 13) | (h >>> 19);
    h = (Math.imul(h, 5) + 0xe6546b64) | 0;
  }
  h ^= text.length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
