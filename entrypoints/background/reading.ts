import type * as v from 'valibot';
import type { DocumentAnswer, FromPageReplies, fromPage } from '../../lib/messages/lists.ts';
import { Problem } from '../../lib/messages/problem.ts';
import type { PageSender } from '../../lib/messages/senders.ts';
import { documentKey, earlierKeys, titledKey } from '../../lib/notes/document-key.ts';
import { changesSince, hashesIn } from '../../lib/notes/reading-record.ts';
import type { NotedDocument, ReadingRecord } from '../../lib/notes/types.ts';
import { readPicks } from '../../lib/settings/picks.ts';
import { settingsIn } from '../../lib/settings/private-sites.ts';
import { marksOn, siteOf } from '../../lib/settings/quiet-sites.ts';
import { today } from '../../lib/settings/today.ts';
import { notedAmong } from '../../lib/store/move-notes.ts';
import { notesOfAll, recordsOf } from '../../lib/store/read-notes.ts';
import { showBadge, sightOf } from './badge.ts';
import { documentBecameKnown } from './became-known.ts';
import { answer, askCatalogue, type Known } from './known.ts';
import { logReading } from './log-reading.ts';
import { panelByClick, panelShortcut } from './panel.ts';
import { keysOf, pageOf } from './readers.ts';
import { askElsewhere } from './shards.ts';
import { hasStarted } from './start-reader.ts';
import { addressOf, changeTab, enterPage, type ReadPage, readPage, type Wish } from './tab-state.ts';
import { hint } from './tell.ts';

type Report = v.InferOutput<(typeof fromPage)['reader/read']>;

/** A reader has started: tells it how to behave. */
export async function readerHello(
  _body: object,
  sender: PageSender,
): Promise<FromPageReplies['reader/hello']> {
  const address = addressOf(sender.topUrl);
  const page = await changeTab(sender.tab, (state) => {
    const entered = enterPage(state, address);
    if (entered.reader) entered.reader.heard = true;
    return entered;
  });
  hasStarted(sender.tab, sender.frame, address);
  const settings = await settingsIn(sender.isPrivate);
  return {
    marksOn: marksOn(settings, sender.topUrl),
    // On which other sites marks are off is none of this page's business.
    settings: { ...settings, quietSites: [] },
    topFacts: page.topFacts,
    sight: sightOf(page),
    panelByClick: panelByClick(),
    panelShortcut: await panelShortcut(),
  };
}

/**
 * A reader has read its page: tells it what is known of the documents, and their notes. What was read is
 * remembered for this session only; documents are stored when they get a note.
 */
export async function readerRead(
  report: Report,
  sender: PageSender,
): Promise<FromPageReplies['reader/read']> {
  if (!isHere(report.url, sender)) throw new Problem('problemRefused');
  const keys = report.documents.map((_, index) => keyOf(report, index, null));
  const [picks, seen] = await Promise.all([
    readPicks(sender.isPrivate),
    readPage(sender.tab, addressOf(sender.topUrl)),
  ]);
  const about = (seen && sightOf(seen))?.verdict === 'about';
  const question = {
    ...report,
    picks: keys.map((key) => (Object.hasOwn(picks, key) ? (picks[key] ?? null) : null)),
    about,
  };
  const known = await askElsewhere(await askCatalogue(question), question, sender, answer);
  const read = readPageOf(report, known);
  // A shut store must not cost the reader the page.
  await notesFollow(report, known, read, sender.tab).catch(() => undefined);
  const { page, wish } = await changeTab(sender.tab, (state) => {
    const entered = enterPage(state, addressOf(sender.topUrl));
    const { wish } = entered;
    Object.assign(entered, { read, wish: null });
    return { page: entered, wish };
  });
  await showBadge(sender.tab, page);
  if (wish) grant(wish, sender);
  logReading(read, report.url, sender.isPrivate).catch(() => undefined);
  // Where the store is shut nothing is known of earlier readings.
  const since = await sinceFirstNote(report, read).catch(() => []);
  return {
    documents: known.documents.map(({ metadata: _, ...answer }, index) => ({
      key: read.documents[index]?.facts.key ?? '',
      ...answer,
      since: since[index] ?? null,
    })),
    matches: known.matches,
    citations: known.citations,
    // Where the store is shut the page is read all the same; who writes or looks for notes is told why.
    notes: await notesOfAll(keysOf(page)).catch(() => []),
  };
}

/** The notes of a reader's page again. */
export async function readerNotes(
  _body: object,
  sender: PageSender,
): Promise<FromPageReplies['reader/notes']> {
  const page = await pageOf(sender);
  const notes = await notesOfAll(keysOf(page));
  // Back from the back-forward cache, the icon has lost what it showed.
  await showBadge(sender.tab, page);
  return { notes };
}

/** Whether an address that a reader gives its page is on the site the message came from. */
function isHere(url: string, { url: own, topUrl }: PageSender): boolean {
  const site = siteOf(url);
  return site === siteOf(own) || site === siteOf(topUrl);
}

/** The key of one of a page's documents, as the catalogue identified it. */
function keyOf(
  { url, documents, main }: Report,
  index: number,
  known: Known['documents'][number] | null,
): string {
  const own = documents[index]?.metadata ?? { title: null, docNumber: null };
  // A pick can be taken back: the notes stay where they would be without it.
  const catalogueId = known === null || known.picked ? null : known.catalogueId;
  const metadata = catalogueId === null ? own : (known?.metadata ?? own);
  return documentKey({ catalogueId, metadata, address: url, part: index === main ? 'main' : index });
}

/**
 * Brings the notes of documents that have become known since they were written, and finds those that were
 * written while a pack knew an unnumbered document which is switched off now.
 */
async function notesFollow(report: Report, known: Known, read: ReadPage, tab: number): Promise<void> {
  const wanted = report.documents.map(({ metadata }) => titledKey(metadata));
  const noted = new Set(await notedAmong(wanted.filter((key) => key !== null)));
  for (const [index, { facts }] of read.documents.entries()) {
    const own = report.documents[index]?.metadata;
    const titled = wanted[index] ?? null;
    if (!own) continue;
    if (facts.catalogueId !== null && !known.documents[index]?.picked) {
      const place = { address: report.url, part: index === report.main ? ('main' as const) : index };
      const keys = earlierKeys(own, facts, place);
      await documentBecameKnown(keys, facts, [own.title, own.noticeTitle], tab);
    } else if (facts.key.startsWith('page:') && own.issued && titled && noted.has(titled)) {
      facts.key = titled;
    }
  }
}

function readPageOf(report: Report, { documents }: Known): ReadPage {
  const { url, main, deadlines, terms } = report;
  const day = today();
  return {
    main,
    deadlines: count(deadlines),
    terms: count(terms),
    documents: documents.map((known, index) => {
      const { catalogueId, metadata, status } = known;
      const facts: NotedDocument = {
        ...metadata,
        key: keyOf(report, index, known),
        catalogueId,
        addresses: [url],
        firstRead: day,
        lastRead: day,
        record: recordOf(report, index, { day, title: metadata.title, state: status.state }),
      };
      return { facts, status, pickKey: keyOf(report, index, null) };
    }),
  };
}

/** For each document how its text differs from that of its first reading with a note. */
async function sinceFirstNote(
  { documents, fingerprints }: Report,
  read: ReadPage,
): Promise<DocumentAnswer['since'][]> {
  const records = await recordsOf(read.documents.map(({ facts }) => facts.key));
  return documents.map((part, index) => {
    const record = records[index];
    if (!record) return null;
    const changes = changesSince(record, fingerprints, part);
    return changes.places.length === 0
      ? null
      : { ...changes, day: record.day, address: record.address, renewed: record.renewed };
  });
}

/** What is kept of this reading, should one of the page's documents get its first note now. */
function recordOf(
  { url, documents, fingerprints }: Report,
  index: number,
  about: Pick<ReadingRecord, 'day' | 'title' | 'state'>,
): ReadingRecord {
  const { start, end } = documents[index] ?? { start: 0, end: 0 };
  return { ...about, address: url, hashes: hashesIn(fingerprints, { start, end }) };
}

function count(number: number): number {
  return Number.isFinite(number) ? Math.max(0, Math.trunc(number)) : 0;
}

/** What the reader asked for before the page was read; the page's reader has the selection. */
function grant(wish: Wish, { tab, frame }: PageSender): void {
  hint(tab, frame, wish, {});
}
