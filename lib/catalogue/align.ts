import type { Print } from './format.ts';
import type { Fingerprints } from './types.ts';

/** A sentence of the page that is, or is nearly, a sentence of the document. */
export interface Link {
  /** Which sentence of the page, and of the document. */
  page: number;
  known: number;
  /** Same letters; else only nearly the same. */
  exact: boolean;
}

/** Sentences of a document that stand on a page, in the document's order. */
export interface Chain {
  links: Link[];
  /** How much its exact links say: 1 for a long sentence that no other candidate has. */
  weight: number;
}

/** A full-length sentence has this many UTF-16 units; shorter ones say less. */
const FULL = 24;
const NEAR_SHARE = 0.35;
/** A sentence that stands more often than this in one document is a formula, not a place. */
const OFTEN = 6;
/** A page may repeat a sentence so many times before the next one is left out: work stays bounded on any page. */
const MANY = 20;
/** How many earlier links a link may follow on: more only helps on pages that repeat a text many times. */
const LOOK_BACK = 60;
const MOST_CHAINS = 4;

/**
 * Finds the places of a page where a document's sentences stand in their order.
 *
 * The best chain is found by dynamic programming over the sentences that both have. Text in between
 * costs: what the page has too much of more than what it lacks, so that a stray formula far away is not
 * drawn in, while twenty foreign sentences in the middle, or another document, do not break a chain whose
 * both sides are strong.
 *
 * @param rarity what a sentence of the document says, 0 to 1: less where other candidates have it too
 * @returns chains that do not overlap on the page, the best first
 */
export function align(known: Print, page: Fingerprints, rarity: (hash: number) => number): Chain[] {
  const chains: Chain[] = [];
  const stretches = [linksOf(known, page)];
  while (stretches.length > 0 && chains.length < MOST_CHAINS) {
    const links = stretches.shift() ?? [];
    const chain = bestChain(links, page, rarity);
    if (!chain) continue;
    chains.push(chain);
    const from = chain.links[0]?.page ?? 0;
    const to = chain.links[chain.links.length - 1]?.page ?? 0;
    // A second copy stands before or after the first, never around it.
    stretches.push(
      links.filter((link) => link.page < from),
      links.filter((link) => link.page > to),
    );
  }
  return chains;
}

function linksOf(known: Print, page: Fingerprints): Link[] {
  const exact = placesOf(known.hashes);
  const near = placesOf(known.nears.map((value) => value & ~1));
  const times = new Map<number, number>();
  const links: Link[] = [];
  page.hashes.forEach((hash, at) => {
    const same = exact.get(hash);
    const value = page.nears[at] as number;
    const places = same ?? near.get(value);
    if (!places || places.length > OFTEN) return;
    // Exact and near hashes are counted apart: near ones are below 2^16, told apart by the sign.
    const key = same ? hash : -value;
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    if (time > MANY) return;
    for (const place of places) links.push({ page: at, known: place, exact: same !== undefined });
  });
  return links;
}

function placesOf(values: Uint32Array | Uint16Array): Map<number, number[]> {
  const places = new Map<number, number[]>();
  values.forEach((value, at) => {
    const list = places.get(value);
    if (list) list.push(at);
    else places.set(value, [at]);
  });
  return places;
}

function bestChain(
  links: readonly Link[],
  page: Fingerprints,
  rarity: (hash: number) => number,
): Chain | null {
  const weights = links.map((link) => {
    const length = (page.ends[link.page] as number) - (page.starts[link.page] as number);
    const share = link.exact ? rarity(page.hashes[link.page] as number) : NEAR_SHARE;
    return share * Math.min(1, length / FULL);
  });
  const scores = new Float64Array(links.length);
  const before = new Int32Array(links.length).fill(-1);
  let best = -1;
  for (let i = 0; i < links.length; i++) {
    const link = links[i] as Link;
    let score = 0;
    for (let k = i - 1, looked = 0; k >= 0 && looked < LOOK_BACK; k--, looked++) {
      const earlier = links[k] as Link;
      if (earlier.page >= link.page || earlier.known >= link.known) continue;
      const joined = (scores[k] as number) - cost(link.page - earlier.page, link.known - earlier.known);
      if (joined > score) {
        score = joined;
        before[i] = k;
      }
    }
    scores[i] = score + (weights[i] as number);
    if (best < 0 || (scores[i] as number) > (scores[best] as number)) best = i;
  }
  if (best < 0) return null;
  const chain: Chain = { links: [], weight: 0 };
  for (let i = best; i >= 0; i = before[i] as number) {
    chain.links.push(links[i] as Link);
    if ((links[i] as Link).exact) chain.weight += weights[i] as number;
  }
  chain.links.reverse();
  return chain;
}

/** What it costs to go on after `pageStep` sentences of the page and `knownStep` of the document. */
function cost(pageStep: number, knownStep: number): number {
  const more = pageStep - knownStep;
  return more > 0 ? Math.min(2.5, 0.06 * more) : Math.min(1.5, -0.02 * more);
}
