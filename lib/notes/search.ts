import type { Colour, Note, NotedDocument } from './types.ts';

/** What is known of a note while it is searched: enough to filter and sort by, not the note itself. */
export interface Entry {
  id: string;
  document: string;
  colour: Colour;
  tags: readonly string[];
  created: string;
  updated: string;
  /** Day a task is due, ISO; null where no day is set or there is no task. */
  due: string | null;
  /** `none`: no task. */
  task: 'none' | 'open' | 'done';
  /** Everything that is searched, folded. */
  text: string;
}

type Names = Pick<NotedDocument, 'key' | 'title' | 'noticeTitle' | 'docNumber' | 'issuers'>;

/** Between two parts of a text, so that no word is found across them. */
const BORDER = '\u0001';

/** So many changes at once are put in their places one by one; for more, all is sorted anew. */
const FEW = 100;

/**
 * Text in one writing, for searching: half-width, lower case, and without white space, which stands in
 * Chinese wherever a line or a table cell happened to end.
 */
export function foldWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** The words of a query: what stands between white space, folded. */
export function wordsOf(query: string): string[] {
  return [...new Set(query.split(/\s+/).map(foldWords).filter(Boolean))];
}

/**
 * Full-text search over notes, in memory. Any run of characters is found, as readers of Chinese expect:
 * there are no words to guess at. A plain scan of folded strings; it needs no index to be built, takes a
 * change at once, and looks at 100,000 notes in some 20 ms.
 */
export class NoteSearch {
  #entries = new Map<string, Entry>();
  #names = new Map<string, string>();
  /** Entries by time, the latest first; null where it must be sorted anew. */
  #sorted: Entry[] | null = null;
  /** How many notes have each tag, and how many each document has. */
  #tags = new Map<string, number>();
  #documents = new Map<string, number>();
  /** The last answer: who types on narrows it, and only that is looked through. */
  #last: { words: string[]; found: readonly Entry[] } | null = null;

  /** How many notes are searched. */
  get size(): number {
    return this.#entries.size;
  }

  /**
   * Takes in notes, new or changed. Those in the bin are taken out.
   *
   * @returns how many of them were others than before
   */
  put(notes: readonly Note[]): number {
    const changes = notes.flatMap((note): Change[] => {
      const before = this.#entries.get(note.id);
      const now = note.deleted === null ? entryOf(note) : undefined;
      return before === now || (before && now && isSame(before, now)) ? [] : [{ id: note.id, now }];
    });
    this.#change(changes);
    return changes.length;
  }

  /** Takes in what was read out of another search before. What is here already is newer, and stays. */
  putEntries(entries: readonly Entry[]): void {
    const unknown = entries.filter(({ id }) => !this.#entries.has(id));
    this.#change(unknown.map((now) => ({ id: now.id, now })));
  }

  /** Takes out notes that are gone. */
  remove(ids: readonly string[]): void {
    this.#change(ids.filter((id) => this.#entries.has(id)).map((id) => ({ id, now: undefined })));
  }

  /** Takes in what documents are called: a note is found by that too. */
  putDocuments(documents: readonly Names[]): void {
    for (const { key, title, noticeTitle, docNumber, issuers } of documents)
      this.#names.set(key, folded([title, noticeTitle, docNumber, ...issuers]));
    this.#last = null;
  }

  /**
   * The notes in which every word of a query stands, in their quote, article, text, tags, or in what their
   * document is called.
   *
   * @param query words between white space; nothing finds everything
   * @param keep tells which of them to keep
   * @returns the last written first
   */
  find(query: string, keep: ((entry: Entry) => boolean) | null = null): readonly Entry[] {
    const words = wordsOf(query);
    const last = this.#last;
    const narrows = last?.words.every((old) => words.some((word) => word.includes(old))) ?? false;
    const found = this.#scan(words, last && narrows ? last.found : this.#inOrder());
    this.#last = { words, found };
    return keep ? found.filter(keep) : found;
  }

  /** How many notes a question is true of. */
  count(fits: (entry: Entry) => boolean): number {
    let count = 0;
    for (const entry of this.#entries.values()) if (fits(entry)) count++;
    return count;
  }

  /** How many notes in use have each tag, the most used first. */
  tags(): [tag: string, notes: number][] {
    return [...this.#tags].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  }

  /** How many notes in use each document has, by its key. */
  documents(): Map<string, number> {
    return new Map(this.#documents);
  }

  #scan(words: readonly string[], entries: readonly Entry[]): readonly Entry[] {
    if (words.length === 0) return entries;
    const sought = words.map((word): Sought => {
      const keys = [...this.#names].filter(([, names]) => names.includes(word));
      return { word, documents: new Set(keys.map(([key]) => key)) };
    });
    // Long words first: they are the rarest.
    sought.sort((a, b) => b.word.length - a.word.length);
    return entries.filter((entry) => hasAll(entry, sought));
  }

  #inOrder(): Entry[] {
    this.#sorted ??= [...this.#entries.values()].sort(latestFirst);
    return this.#sorted;
  }

  #change(changes: Change[]): void {
    if (changes.length === 0) return;
    this.#last = null;
    // What was found before may be this very list.
    if (this.#sorted) this.#sorted = [...this.#sorted];
    // In runs that are sorted already, the whole is sorted in a fraction of the time.
    if (changes.length > FEW) {
      this.#sorted = null;
      if (changes.every(({ now }) => now))
        changes.sort((a, b) => (a.now && b.now ? latestFirst(a.now, b.now) : 0));
    }
    for (const { id, now } of changes) {
      const before = this.#entries.get(id);
      if (before) this.#take(before);
      if (now) this.#add(now);
    }
  }

  #add(entry: Entry): void {
    this.#entries.set(entry.id, entry);
    this.#sorted?.splice(placeOf(this.#sorted, entry), 0, entry);
    tally(this.#documents, entry.document, 1);
    for (const tag of entry.tags) tally(this.#tags, tag, 1);
  }

  #take(entry: Entry): void {
    this.#entries.delete(entry.id);
    this.#sorted?.splice(placeOf(this.#sorted, entry), 1);
    tally(this.#documents, entry.document, -1);
    for (const tag of entry.tags) tally(this.#tags, tag, -1);
  }
}

/** A word, and the documents that it stands in the name of. */
interface Sought {
  word: string;
  documents: ReadonlySet<string>;
}

function hasAll({ text, document }: Entry, sought: readonly Sought[]): boolean {
  for (const { word, documents } of sought)
    if (!documents.has(document) && !text.includes(word)) return false;
  return true;
}

/** A note as it is searched from now on; undefined where it no longer is. */
interface Change {
  id: string;
  now: Entry | undefined;
}

function latestFirst(a: Entry, b: Entry): number {
  return a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

/** Where an entry stands among others in order, or where it belongs. */
function placeOf(sorted: readonly Entry[], entry: Entry): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = sorted[middle];
    if (other && latestFirst(other, entry) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

function tally(counts: Map<string, number>, name: string, by: number): void {
  const now = (counts.get(name) ?? 0) + by;
  if (now > 0) counts.set(name, now);
  else counts.delete(name);
}

function isSame({ tags, ...before }: Entry, { tags: now, ...after }: Entry): boolean {
  const names = Object.keys(after) as (keyof typeof after)[];
  return names.every((name) => before[name] === after[name]) && tags.join(BORDER) === now.join(BORDER);
}

function entryOf(note: Note): Entry {
  const { id, document, colour, tags, created, updated, task, anchor, body } = note;
  return {
    ...{ id, document, colour, tags, created, updated },
    due: task?.due ?? null,
    task: task ? (task.done ? 'done' : 'open') : 'none',
    text: folded([anchor.quote, anchor.article, body, ...tags]),
  };
}

/** Folded in one go: a call for each part of 100,000 notes takes three times as long. */
function folded(parts: readonly (string | null)[]): string {
  return foldWords(parts.join(BORDER));
}
