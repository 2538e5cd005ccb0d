import type { Page } from 'puppeteer-core';

/** What a note was last asked to say, and what of that was acknowledged. Versions count up from 1. */
export interface Ledger {
  /** By note id: the highest version that was sent, and the highest that was acknowledged. */
  notes: Map<string, { sent: number; acknowledged: number }>;
  /** Requests in all, and those that were answered with a yes. */
  sent: number;
  acknowledged: number;
}

const DOCUMENT = 'number:云府发〔2025〕3号/企业减负办法';

/** A file with one note, as "import" takes it: the way a new note comes in without a page. */
function fileWith(id: string, body: string): string {
  const at = new Date().toISOString();
  const note = {
    ...{ id, document: DOCUMENT, colour: 'jade', body, tags: ['崩溃'], task: null, links: [] },
    anchor: {
      quote: '五个工作日内',
      prefix: '',
      suffix: '',
      start: 0,
      end: 6,
      article: null,
      sentence: null,
    },
    ...{ created: at, updated: at, deleted: null },
  };
  const nothing = { catalogueId: null, noticeTitle: null, kind: null, published: null, effective: null };
  const document = {
    ...{ key: DOCUMENT, title: '企业减负办法', docNumber: '云府发〔2025〕3号', issuers: [], ...nothing },
    ...{
      issued: null,
      expires: null,
      addresses: [],
      firstRead: '2025-06-30',
      lastRead: '2025-06-30',
      record: null,
    },
  };
  return JSON.stringify({
    format: 'zhupi-notes',
    version: 2,
    exported: at,
    documents: [document],
    notes: [note],
  });
}

/** Asks the background from a page of ours. True where it acknowledged; false where it said no, or nothing. */
export const ask = (page: Page, name: string, body: unknown): Promise<boolean> =>
  page.evaluate(
    async (message) => {
      // One whose receiver was stopped may never be answered.
      const late = new Promise((done) => setTimeout(() => done(null), 10_000));
      const answer: unknown = await Promise.race([
        chrome.runtime.sendMessage(message).catch(() => null),
        late,
      ]);
      return typeof answer === 'object' && answer !== null && 'ok' in answer;
    },
    { list: 'ours', name, body },
  );

/** Words that say their version, of the length of a real note. */
const words = (version: number) => `${version}｜${'批注'.repeat(60 + (version % 40))}`;

/** Writes new notes and edits old ones, one after the other, until the browser is gone or `isOver`. */
export async function writeOn(
  page: Page,
  ledger: Ledger,
  dice: () => number,
  isOver: () => boolean,
): Promise<void> {
  const own: string[] = [];
  while (!isOver()) {
    const old = dice() < 0.5 ? own[Math.floor(dice() * own.length)] : undefined;
    const id = old ?? crypto.randomUUID();
    const entry = ledger.notes.get(id) ?? { sent: 0, acknowledged: 0 };
    const version = entry.sent + 1;
    entry.sent = version;
    ledger.sent++;
    ledger.notes.set(id, entry);
    const body = old
      ? { id, body: words(version), tags: ['崩溃'], colour: 'jade' }
      : { json: fileWith(id, words(version)) };
    // A browser that was killed answers nothing, and nothing counts as acknowledged then.
    const done = await ask(page, old ? 'note/write' : 'notes/import', body).catch(() => null);
    if (done === null) return;
    if (!done) continue;
    entry.acknowledged = version;
    ledger.acknowledged++;
    if (!old) own.push(id);
  }
}

/** What the database holds: the version of each note. @throws where it can't be opened, or is not there */
export async function stored(page: Page): Promise<Map<string, number>> {
  const rows = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const opening = indexedDB.open('zhupi-notes');
    // Looking must not make one.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    const database = await done(opening);
    try {
      const notes: { id: string; body: string }[] = await done(
        database.transaction('notes').objectStore('notes').getAll(),
      );
      return notes.map(({ id, body }): [string, string] => [id, body]);
    } finally {
      database.close();
    }
  });
  return new Map(rows.map(([id, body]) => [id, Number.parseInt(body, 10)]));
}

/** Whether the reader was told that the browser threw the notes away; from then on that counts as read. */
export async function lossTold(page: Page): Promise<boolean> {
  const told = await page.evaluate(async () => {
    const { 'store-lost': loss } = await chrome.storage.local.get('store-lost');
    return loss !== undefined;
  });
  if (told) await ask(page, 'backup/lost-seen', {});
  return told;
}

/** Notes whose acknowledged version is not there; a later one, sent and not answered, may be. */
export function missing(ledger: Ledger, found: ReadonlyMap<string, number>): string[] {
  return [...ledger.notes].flatMap(([id, { sent, acknowledged }]) => {
    const version = found.get(id) ?? 0;
    return version >= acknowledged && version <= sent ? [] : [id];
  });
}
