import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { NoteList } from '../../../components/note-list.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import type { Toasts } from '../../../components/toast.tsx';
import { useLive } from '../../../components/use-live.ts';
import { toCitation } from '../../../lib/export/citation.ts';
import { t } from '../../../lib/i18n/t.ts';
import type { Note, NotedDocument } from '../../../lib/notes/types.ts';
import { webAddresses } from '../../../lib/notes/web-addresses.ts';
import { today } from '../../../lib/settings/today.ts';
import { documents as allDocuments, documentsByKey, notesById } from '../../../lib/store/read-notes.ts';
import { notesPage } from '../../../lib/store/read-pages.ts';
import { placesSeen, type Seen } from '../../../lib/store/seen-places.ts';
import { Bulk } from './bulk.tsx';
import { inOrder, isNarrow, keeperOf, NO_WISH, type Wish } from './choose.ts';
import { Due } from './due.tsx';
import { LibraryFilters } from './filters.tsx';
import { NoteHead } from './note-head.tsx';
import { Pager } from './pager.tsx';
import { useSearch } from './use-search.ts';

/** Notes shown at once. */
export const PAGE = 50;
/** Drawn at once: as many as a screen holds. Fifty cards take longer than a key may. */
const PIECE = 8;

interface Props {
  /** The one note that the address names, and the document; null where it names none. */
  only: string | null;
  document: string | null;
  toasts: Toasts;
  /** Told when the first rows are there, or could not be had. */
  onShown: () => void;
}

/** All notes of all documents: searched as one types, filtered, ordered, changed together. */
export function NotesPart({ only, document, toasts, onShown }: Props) {
  const searchId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [wish, setWish] = useState<Wish>({ ...NO_WISH, document });
  const [page, setPage] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [begun, setBegun] = useState(only !== null);
  // Reading a thousand documents keeps the store from giving the few notes that are shown first.
  const stored = useLive(() => (begun ? allDocuments() : Promise.resolve(null)), String(begun));
  const documents = stored.value ?? NONE;
  const { search, positions, turn, size, problem, ...read } = useSearch(documents, begun);
  const ready = read.ready && stored.value !== null;
  const byKey = useMemo(() => new Map(documents.map((one) => [one.key, one])), [documents]);
  const settled = useSettled(ready);
  const allTags = useMemo(
    () => (settled ? search.tags().map(([tag]) => tag) : NO_TAGS),
    [search, turn, settled],
  );
  // The same ones until there are others: each card knows them.
  const tags = useMemo(() => allTags, [allTags.join('\n')]);
  const narrow = isNarrow(wish);
  // The same one while only its words grow: typing must not wait for a thousand choices.
  const filtered = useMemo(() => wish, [JSON.stringify({ ...wish, words: wish.words.trim() !== '' })]);
  // Reading where all notes were found takes its time: only who filters by it waits for that.
  const byState = wish.state !== null;
  const allSeen = useLive(
    () => (byState ? placesSeen(null) : Promise.resolve(UNSEEN)),
    String(byState),
  ).value;

  useEffect(() => setWish((before) => ({ ...before, document })), [document]);
  useEffect(() => setPage(0), [wish, only]);

  // While notes are still being read, the store itself gives the first rows of the usual order.
  const early = !ready && !narrow && wish.sort === 'updated' && only === null;
  const found = useMemo((): readonly { id: string }[] => {
    if (only !== null) return [{ id: only }];
    // What nobody sees yet is not sought: half of the notes, in the usual order, would be another list.
    if (early) return [];
    const narrowing = isNarrow({ ...wish, words: '' });
    const entries = search.find(
      wish.words,
      narrowing ? keeperOf(wish, byKey, today(), allSeen ?? UNSEEN) : null,
    );
    return inOrder(entries, wish.sort, byKey, positions);
    // `turn` says that what is searched is another, `size` that more of it is there.
  }, [search, positions, turn, early ? 0 : size, wish, byKey, only, early, allSeen]);

  const pages = early ? 1 : Math.max(1, Math.ceil(found.length / PAGE));
  const at = Math.min(page, pages - 1);
  const ids = early ? [] : found.slice(at * PAGE, (at + 1) * PAGE).map(({ id }) => id);
  const rows = useLive(
    () => (early ? firstRows() : notesById(ids).then((notes) => ({ notes, documents: NONE }))),
    early ? 'early' : ids.join(' '),
  );
  // Until the next rows are there the last ones stay: a list that flickers at each key can't be read.
  const shown = useRef<Note[]>([]);
  const last = useRef<Note[] | null>(null);
  const wordsOfShown = useRef('');
  if (rows.value && rows.value.notes !== last.current) {
    last.current = rows.value.notes;
    shown.current = rows.value.notes.filter(({ deleted }) => deleted === null);
    wordsOfShown.current = wish.words;
  }
  const notes = early || ids.length > 0 ? shown.current : NO_NOTES;
  const near = useRef<readonly NotedDocument[]>(NONE);
  if (early && rows.value) near.current = rows.value.documents;
  const named = useMemo(
    () => (stored.value ? byKey : new Map(near.current.map((one) => [one.key, one]))),
    [stored.value, byKey, near.current],
  );

  const answered = rows.value !== null || rows.problem !== null;
  useEffect(() => {
    if (!answered) return;
    setBegun(true);
    onShown();
  }, [answered, onShown]);

  const counts = useMemo(() => (settled ? search.documents() : null), [search, turn, settled]);
  const documentsWithNotes = useMemo(
    () => (counts ? documents.filter(({ key }) => counts.has(key)) : documents),
    [counts, documents],
  );
  const shownKeys = [...new Set(notes.map(({ document }) => document))];
  const nowSeen = useLive(() => placesSeen(shownKeys), shownKeys.join('\n')).value;
  const lastSeen = useRef(UNSEEN);
  if (nowSeen) lastSeen.current = nowSeen;
  const seen = lastSeen.current;

  // What was chosen and is found no longer is not changed unseen.
  const kept = useMemo(() => {
    if (chosen.size === 0) return chosen;
    const there = new Set(found.map(({ id }) => id));
    return new Set([...chosen].filter((id) => there.has(id)));
  }, [chosen, found]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target?.closest('input, textarea, select, [contenteditable]')) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const cite = useCallback(
    (note: Note) => {
      const one = named.get(note.document);
      if (!one) return null;
      const [address = null] = webAddresses(one);
      return toCitation({ ...one, address, read: one.lastRead, article: note.anchor.article });
    },
    [named],
  );
  // Drawn anew only where something in it is: typing must not wait for fifty cards.
  const list = useMemo(
    () => (
      <NoteList
        piece={PIECE}
        about={wordsOfShown.current}
        notes={notes.map((note) => ({ note, state: null }))}
        knownTags={tags}
        toasts={toasts}
        cite={cite}
        head={(note) => (
          <NoteHead
            note={note}
            document={named.get(note.document)}
            seen={seen.get(note.id)}
            chosen={kept.has(note.id)}
            onChoose={
              settled
                ? (on) =>
                    setChosen((before) => {
                      const next = new Set(before);
                      if (on) next.add(note.id);
                      else next.delete(note.id);
                      return next;
                    })
                : undefined
            }
          />
        )}
      />
    ),
    [notes, tags, cite, named, kept, settled, seen, toasts.attempt],
  );
  const filters = useMemo(
    () =>
      documentsWithNotes.length > 0 ? (
        <LibraryFilters
          wish={filtered}
          documents={documentsWithNotes}
          counts={counts}
          tags={tags}
          onChange={(next) =>
            setWish((now) => ({ ...next, words: next.words === filtered.words ? now.words : next.words }))
          }
        />
      ) : null,
    [filtered, documentsWithNotes, counts, tags],
  );
  const isEmpty = ready && search.size === 0;
  const trouble = problem ?? stored.problem ?? rows.problem;

  return (
    <>
      <ProblemNotice words={trouble} />
      <search>
        <label class="unseen" for={searchId}>
          {t('librarySearch')}
        </label>
        <input
          ref={field}
          id={searchId}
          class="field"
          type="search"
          placeholder={t('librarySearch')}
          value={wish.words}
          onInput={(event) => setWish({ ...wish, words: event.currentTarget.value })}
        />
        {filters}
        <p class="small soft" role="status" data-ready={settled}>
          {ready ? t('libraryNotesFound', found.length) : size > 0 ? t('libraryReading', size) : ''}
        </p>
      </search>
      {only === null && settled ? <Due search={search} turn={turn} wish={wish} onWish={setWish} /> : null}
      {only !== null ? (
        <p class="notice">
          {t('libraryOnly')} <a href="#notes">{t('libraryShowAll')}</a>
        </p>
      ) : null}
      {isEmpty ? <p class="empty">{t('libraryEmpty')}</p> : null}
      {ready && !isEmpty && found.length === 0 ? <p class="empty">{t('libraryNothingFound')}</p> : null}
      {only !== null && rows.value && notes.length === 0 ? <p class="empty">{t('libraryNoteGone')}</p> : null}
      {kept.size > 0 ? (
        <Bulk
          chosen={kept}
          found={found.length}
          onAll={() => setChosen(new Set(found.map(({ id }) => id)))}
          onNone={() => setChosen(new Set())}
          documents={documentsWithNotes}
          tags={tags}
          toasts={toasts}
        />
      ) : null}
      {list}
      <Pager page={at} pages={pages} onPage={setPage} />
    </>
  );
}

/** Whether something is so since a moment ago: what follows from it is drawn in a task of its own. */
function useSettled(is: boolean): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(is));
    return () => clearTimeout(timer);
  }, [is]);
  return settled && is;
}

/** The notes that were written last, and their documents. */
async function firstRows(): Promise<{ notes: Note[]; documents: NotedDocument[] }> {
  const notes = await notesPage(PAGE);
  return { notes, documents: await documentsByKey([...new Set(notes.map(({ document }) => document))]) };
}

const NONE: NotedDocument[] = [];
const NO_NOTES: Note[] = [];
const NO_TAGS: string[] = [];
const UNSEEN: ReadonlyMap<string, Seen> = new Map();
