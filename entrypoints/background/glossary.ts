import browser from 'webextension-polyfill';
import { documentOf, statusOf } from '../../lib/catalogue/index.ts';
import type { HowOften } from '../../lib/glossary/choose.ts';
import type { Compiled } from '../../lib/glossary/compile.ts';
import { type Met, nameForms } from '../../lib/glossary/find.ts';
import { type Glossary, isOwnId, makeGlossary } from '../../lib/glossary/glossary.ts';
import { keyOf } from '../../lib/glossary/key.ts';
import type { OwnChange } from '../../lib/glossary/own.ts';
import type { Known } from '../../lib/glossary/types.ts';
import type { EntryAnswer, FromPageReplies } from '../../lib/messages/lists.ts';
import { changeSettings, readSettings } from '../../lib/settings/settings.ts';
import { today } from '../../lib/settings/today.ts';
import { changeOwnTerms, ownTerms } from '../../lib/store/own-terms.ts';
import { catalogue } from './catalogues.ts';
import { wroteNotes } from './keeping.ts';
import { allowStoring } from './private.ts';
import { allTabs } from './tab-state.ts';
import { hint } from './tell.ts';

let bundled: Promise<Compiled> | null = null;
let made: { of: string; glossary: Glossary } | null = null;

/** The glossary with the reader's own entries as they are stored now, which a restored backup changes too. */
async function glossary(): Promise<Glossary> {
  bundled ??= fetch(browser.runtime.getURL('glossary.json')).then((answer) => answer.json());
  bundled.catch(() => {
    // The next page tries again.
    bundled = null;
  });
  // A store that is shut must not cost the reader the bundled entries.
  const [compiled, own] = await Promise.all([bundled, ownTerms().catch(() => [])]);
  const of = own.map(({ id, updated }) => `${id} ${updated}`).join();
  if (made?.of !== of) made = { of, glossary: makeGlossary(compiled, own) };
  return made.glossary;
}

/** What a page is searched for. Without a glossary the page is read all the same. */
export async function words(): Promise<FromPageReplies['glossary/words']> {
  const { glossary: often } = await readSettings();
  if (often === 'off') return null;
  try {
    const { version, words: packed } = await glossary();
    return { often, version, words: inBase64(packed) };
  } catch (error) {
    console.error('zhupi: glossary', error instanceof Error ? error.name : typeof error);
    return null;
  }
}

/** Which terms the numbers stand for that were met on a page; see `proofOf`. */
export async function named({
  version,
  met,
}: {
  version: string;
  met: Met[];
}): Promise<FromPageReplies['glossary/named']> {
  const known = await glossary();
  return known.version === version ? nameForms(known, met) : null;
}

/**
 * What a page is told of a term. The id of an own entry is a random number, told where the page has met the term;
 * so those of own entries that are only related are kept back.
 */
export async function entryForPage(asked: { id: string }): Promise<EntryAnswer | null> {
  const answer = await entry(asked);
  return answer && { ...answer, related: answer.related.filter(({ id }) => !isOwnId(id)) };
}

/** All that is known of a term, and of the documents it is spoken of in. */
export async function entry({ id }: { id: string }): Promise<EntryAnswer | null> {
  const known = await glossary();
  const place = known.byId.get(id);
  const found = place === undefined ? undefined : known.entries[place];
  if (!found) return null;
  return { entry: found, documents: await documentsOf(found), related: relatedTo(found, known) };
}

/** Writes and removes entries of the reader's own. @returns what undoes it */
export async function change(wanted: OwnChange): Promise<OwnChange> {
  await allowStoring(false);
  const undo = await changeOwnTerms(wanted);
  wroteNotes();
  await tellGlossaryChanged();
  return undo;
}

/** Sets how often terms are marked. */
export async function setOften({ often }: { often: HowOften }): Promise<null> {
  await changeSettings((settings) => ({ ...settings, glossary: often }));
  await tellGlossaryChanged();
  return null;
}

/** The glossary, or how often it is marked, is another now: tells the readers of all tabs. */
export async function tellGlossaryChanged(): Promise<void> {
  for (const { tab, state } of await allTabs()) {
    const { reader } = state.pages.at(-1) ?? {};
    if (reader) hint(tab, reader.frame, 'reader/glossary-changed', {});
  }
}

/** Titles and states of the documents that an entry names; of those only that the catalogue knows. */
async function documentsOf({ sources, mentions, elsewhere }: Known): Promise<EntryAnswer['documents']> {
  const ids = new Set(
    [...sources, ...mentions, ...elsewhere].flatMap((one) => ('doc' in one ? [one.doc] : [])),
  );
  const known = await catalogue().catch(() => null);
  if (!known) return [];
  const day = today();
  return [...ids].flatMap((id) => {
    const document = documentOf(known, id);
    if (!document) return [];
    const title = document.title ?? document.noticeTitle ?? document.docNumber ?? id;
    return [{ id, title, docNumber: document.docNumber, status: statusOf(known, id, null, {}, day) }];
  });
}

function relatedTo({ related }: Known, { byKey, entries }: Glossary): EntryAnswer['related'] {
  return related.flatMap((term) => {
    const other = entries[byKey.get(keyOf(term)) ?? -1];
    return other ? [{ id: other.id, term: other.term }] : [];
  });
}

function inBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
