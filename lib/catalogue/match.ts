import type { DocumentPart, Span } from '../reading/types.ts';
import { align, type Chain } from './align.ts';
import type { Catalogue } from './catalogue.ts';
import { differences } from './differences.ts';
import type { Entry } from './facts.ts';
import { GRAMS_KEPT, mayLack, type Print } from './format.ts';
import { lookUp, renamed } from './look-up.ts';
import type { Fingerprints, Match } from './types.ts';

/** Grams of one document that a page must hold before its sentences are looked at. */
const GRAMS_TO_LOOK = 2;
/** A page carries a document where this much of what its sentences say is there, … */
const WEIGHT = 3;
/** … at least this share of them, … */
const SHARE = 0.1;
/** … or this many of its grams stand in their order, though no sentence is whole. */
const GRAMS_ALONE = 4;
/** With so many grams, less weight will do, or a good share of sentences that are all changed a little. */
const GRAMS_HELP = 2;
const WEIGHT_HELPED = 1.5;
const SHARE_CHANGED = 0.3;

/** A page as it is asked about. */
export interface Page {
  fingerprints: Fingerprints;
  documents: readonly DocumentPart[];
}

/** What speaks for a document at one place of the page. */
interface Found extends Span {
  at: number;
  chain: Chain;
  grams: number;
  score: number;
}

/**
 * Which known documents a page carries, by its text alone, and how.
 *
 * @param page the fingerprints of the whole page's text, and the documents read on it, whose titles and
 *   numbers say where to look too
 * @returns in page order; `start` and `end` are offsets into the page's text
 */
export function matchText(catalogue: Catalogue, page: Page): Match[] {
  const { fingerprints } = page;
  const grams = gramHits(catalogue, fingerprints);
  const wanted = new Set([...grams].filter(([, hits]) => slotsOf(hits) >= GRAMS_TO_LOOK).map(([at]) => at));
  for (const part of page.documents)
    for (const at of lookUp(catalogue, part.metadata)) if (catalogue.prints.at(at)) wanted.add(at);

  const rarity = rarityAmong(catalogue, wanted);
  const found: Found[] = [];
  for (const at of wanted) {
    const hits = grams.get(at) ?? [];
    found.push(...placesOf(catalogue.prints.at(at) as Print, at, fingerprints, hits, rarity));
  }
  const kept = withoutShadows(found);
  return kept
    .map((one) => describe(catalogue, one, page, kept))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A gram of a document on the page: which one, and where. */
interface Hit {
  slot: number;
  offset: number;
}

function gramHits(catalogue: Catalogue, page: Fingerprints): Map<number, Hit[]> {
  const hits = new Map<number, Hit[]>();
  page.grams.forEach((gram, k) => {
    for (const code of catalogue.byGram.get(gram) ?? []) {
      const hit = { slot: code & 15, offset: page.gramsAt[k] as number };
      const list = hits.get(code >> 4);
      if (list) list.push(hit);
      else hits.set(code >> 4, [hit]);
    }
  });
  return hits;
}

const slotsOf = (hits: readonly Hit[]) => new Set(hits.map((hit) => hit.slot)).size;

/** A sentence says less the more of the candidates have it. */
function rarityAmong(catalogue: Catalogue, candidates: Iterable<number>): (hash: number) => number {
  const owners = new Map<number, number>();
  for (const at of candidates)
    for (const hash of new Set(catalogue.prints.at(at)?.hashes))
      owners.set(hash, (owners.get(hash) ?? 0) + 1);
  return (hash) => 1 / (owners.get(hash) ?? 1) ** 2;
}

/** The places of the page where one document stands, whole or in part. */
function placesOf(
  print: Print,
  at: number,
  page: Fingerprints,
  hits: readonly Hit[],
  rarity: (hash: number) => number,
): Found[] {
  const found: Found[] = [];
  for (const chain of align(print, page, rarity)) {
    const first = chain.links[0]?.page ?? 0;
    const last = chain.links[chain.links.length - 1]?.page ?? 0;
    const start = page.starts[first] as number;
    const end = page.ends[last] as number;
    const grams = inOrder(hits.filter(({ offset }) => offset >= start && offset < end)).length;
    const share = shareOf(print, chain, page);
    const strong = chain.weight >= WEIGHT || (grams >= GRAMS_HELP && chain.weight >= WEIGHT_HELPED);
    const changed = grams >= GRAMS_HELP && share >= SHARE_CHANGED;
    if ((strong && share >= SHARE) || changed || grams >= GRAMS_ALONE)
      found.push({ at, chain, grams, start, end, score: chain.weight + grams / 4 });
  }
  const whole = inOrder(hits);
  const needed = Math.min(GRAMS_ALONE, print.grams.filter((gram) => gram !== 0).length);
  if (found.length === 0 && whole.length >= needed && whole.length >= GRAMS_TO_LOOK) {
    const chain = { links: [], weight: 0 };
    found.push({ at, chain, grams: whole.length, ...around(whole, page), score: whole.length / 4 });
  }
  return found;
}

/** The longest run of a document's grams that stand on the page in the document's order. */
function inOrder(hits: readonly Hit[]): Hit[] {
  const best: Hit[][] = [];
  for (const hit of hits) {
    let run: Hit[] = [];
    for (let slot = 0; slot < hit.slot; slot++)
      if ((best[slot]?.length ?? 0) > run.length) run = best[slot] as Hit[];
    if (run.length + 1 > (best[hit.slot]?.length ?? 0)) best[hit.slot] = [...run, hit];
  }
  return best.reduce((longest, run) => (run && run.length > longest.length ? run : longest), []);
}

/** From the sentence that holds the first of these grams to the one that holds the last. */
function around(hits: readonly Hit[], page: Fingerprints): Span {
  const first = hits[0]?.offset ?? 0;
  const last = hits[hits.length - 1]?.offset ?? 0;
  const start = page.starts.findLast((from) => from <= first) ?? first;
  const end = page.ends.find((to) => to > last) ?? last + 1;
  return { start, end };
}

/** The sentences of the page from a chain's first link to its last. */
function standing(chain: Chain, page: Fingerprints): Set<number> {
  const first = chain.links[0]?.page ?? 0;
  const last = chain.links[chain.links.length - 1]?.page ?? -1;
  return new Set(page.hashes.slice(first, last + 1));
}

/** The share of a document's sentences that stand where a chain runs, changed or not. */
function shareOf(print: Print, chain: Chain, page: Fingerprints): number {
  const stands = standing(chain, page);
  const linked = new Set(chain.links.map((link) => link.known));
  let kept = 0;
  let there = 0;
  print.hashes.forEach((hash, k) => {
    if (mayLack(print, k)) return;
    kept++;
    if (linked.has(k) || stands.has(hash)) there++;
  });
  return kept > 0 ? there / kept : Math.min(1, linked.size / Math.max(1, print.hashes.length));
}

/**
 * Leaves out what is only the shadow of a better match: another version, or a regulation with the same
 * formulas, whose sentences here nearly all belong to the better one.
 */
function withoutShadows(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => b.score - a.score)) {
    const mine = new Set(one.chain.links.map((link) => link.page));
    const shadow = kept.some((other) => {
      if (other.at === one.at || other.score <= one.score * 1.05) return false;
      const inside = Math.min(one.end, other.end) - Math.max(one.start, other.start);
      if (mine.size === 0) return inside > 0;
      const shared = other.chain.links.filter((link) => mine.has(link.page)).length;
      return shared >= mine.size * 0.7;
    });
    if (!shadow) kept.push(one);
  }
  return kept;
}

function describe(
  catalogue: Catalogue,
  one: Found,
  { fingerprints, documents }: Page,
  all: readonly Found[],
): Match {
  const print = catalogue.prints.at(one.at) as Print;
  const entry = catalogue.entries.at(one.at) as Entry;
  const bySentences = shareOf(print, one.chain, fingerprints);
  // Where hardly a sentence is whole, or the document has hardly any, its grams say how much is there.
  const byGrams = one.grams / Math.max(1, print.grams.filter((gram) => gram !== 0).length);
  const few = print.hashes.length < GRAMS_KEPT || one.chain.links.length === 0;
  const others = all.filter((other) => other !== one);
  const free = (span: Span) => !others.some((other) => span.start < other.end && span.end > other.start);
  const newHead = documents.some(
    (part) => part.start < one.end && part.end > one.start && renamed(entry, part.metadata),
  );
  const differing = differences(print, one, fingerprints, { free, newHead });
  return {
    id: entry.id,
    title: entry.title ?? entry.noticeTitle ?? entry.id,
    docNumber: entry.docNumber,
    coverage: few ? Math.max(bySentences, byGrams) : bySentences,
    ...differing,
  };
}
