import type { DocumentPart, Metadata } from '../../reading/types.ts';
import type { Entry } from '../facts.ts';
import { identities, matchText, type WholeCatalogue } from '../index.ts';
import { sameNumber, titleKey } from '../keys.ts';
import type { Fingerprints, Match } from '../types.ts';
import { type Body, findInList } from './body.ts';
import { type Fetched, gather } from './gather.ts';
import { openGroup } from './group.ts';
import { keysToAsk } from './keys.ts';
import { type FileRef, GRAM_MASK, PAGE_BUDGET } from './layout.ts';
import { shardOfKey } from './manifest.ts';
import type { Reach } from './reach.ts';
import { fromRow } from './rows.ts';

/** A page asks for the shard of its title; for a second one only if that does not know it. */
const MOST_LISTS = 2;
/** Namesakes that are looked at; where a title has more, only those of the page's number. */
const MOST_NAMESAKES = 64;

/** A document of a page that a catalogue elsewhere knows. */
export interface Found {
  /** Null where it may be one of several, between which only the reader can decide. */
  id: string | null;
  /** A small catalogue of the document and those that it stands in relation to. */
  catalogue: WholeCatalogue;
  /** Where its text stands on the page. Without sentences: by its grams, with no differences. */
  matches: Match[];
  /** The page's fingerprints as this catalogue keeps them. */
  fingerprints: Fingerprints;
}

/**
 * Asks a catalogue elsewhere which known document one document of a page is.
 *
 * @param page the fingerprints of the whole page's text
 * @param sentences whether the text is compared sentence by sentence, which tells the server more
 * @param budget bytes that may be fetched for it; what is on the shelf costs nothing
 * @returns null where the catalogue does not know it, or is not sure
 * @throws CatalogueError where the catalogue could not be asked
 */
export async function askShards(
  reach: Reach,
  part: DocumentPart,
  page: Fingerprints,
  { sentences, budget = PAGE_BUDGET }: { sentences: boolean; budget?: number },
): Promise<Found | null> {
  const before = reach.spent();
  const manifest = await reach.manifest();
  const cut = { ...page, grams: page.grams.map((gram) => gram & GRAM_MASK) };
  for (const key of keysToAsk(part.metadata).slice(0, MOST_LISTS)) {
    const shard = await reach.shard(shardOfKey(manifest, key));
    const slots = findInList(await reach.file(shard.list), key.hash);
    if (slots.length === 0) continue;
    // A title that thousands of documents share has a shard too large to fetch; their numbers differ.
    if (!(await affordable(shard.body))) continue;
    const body = await reach.body(shard.body);
    const few = namesakes(body, slots, part.metadata);
    const first = look(gather(manifest, body, few, null));
    if (!first?.id || !sentences) return first;
    const slot = slotOf(body, few, first.id);
    const fetched = await groupOf(body, slot);
    return (fetched && look(gather(manifest, body, few, fetched))) ?? first;
  }
  return null;

  function look(catalogue: WholeCatalogue): Found | null {
    const asked = { fingerprints: cut, documents: [part] };
    const matches = matchText(catalogue, asked);
    const [identity] = identities(catalogue, [part], matches);
    const { id = null, choices = [] } = identity ?? {};
    if (id === null) return choices.length > 0 ? { id, catalogue, matches: [], fingerprints: cut } : null;
    const at = catalogue.byId.get(id);
    const entry = at === undefined ? undefined : catalogue.entries.at(at);
    if (!entry || otherDay(entry, part.metadata)) return null;
    return { id, catalogue, matches: matches.filter((match) => match.id === id), fingerprints: cut };
  }

  async function affordable(ref: FileRef) {
    return reach.spent() - before + ref.length <= budget || !(await reach.isAway(ref));
  }

  async function groupOf(body: Body, slot: number): Promise<Fetched | null> {
    const ref = body.groups.findLast(({ first }) => first <= slot);
    if (!ref || slot < 0 || !(await affordable(ref))) return null;
    return { first: ref.first, group: openGroup(await reach.file(ref)) };
  }
}

/**
 * Among a million documents there are namesakes that are much alike: without a number that fits, one that
 * was issued on another day than the page says is another document.
 */
function otherDay(entry: Entry, { docNumber, issued }: Metadata): boolean {
  if (!issued || !entry.issued || issued === entry.issued) return false;
  return sameNumber(entry.docNumber, docNumber) !== 'yes';
}

function entryAt(body: Body, slot: number): Entry | null {
  const { first, rows } = body.rows(slot);
  return fromRow(rows.rows[slot - first]);
}

function slotOf(body: Body, slots: readonly number[], id: string): number {
  for (const slot of slots) if (entryAt(body, slot)?.id === id) return slot;
  return -1;
}

/** Those of many namesakes that have the page's number, or the very title with its issuer. */
function namesakes(body: Body, slots: readonly number[], page: Metadata): readonly number[] {
  if (slots.length <= MOST_NAMESAKES) return slots;
  const letters = page.title ? titleKey(page.title) : null;
  const like: number[] = [];
  for (const slot of slots) {
    const entry = entryAt(body, slot);
    const named = entry?.title && titleKey(entry.title) === letters;
    if (named || sameNumber(entry?.docNumber ?? null, page.docNumber) === 'yes') like.push(slot);
  }
  return like.slice(0, MOST_NAMESAKES);
}
