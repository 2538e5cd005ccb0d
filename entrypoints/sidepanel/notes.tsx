import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { articleAt, articlesOf } from '../../components/articles.ts';
import { ALL_NOTES, filterNotes } from '../../components/filter-notes.ts';
import { linkAddress } from '../../components/link-address.ts';
import { ourLinking } from '../../components/linking.ts';
import { NoteFilters } from '../../components/note-filters.tsx';
import { NoteList } from '../../components/note-list.tsx';
import { NotePlace } from '../../components/note-place.tsx';
import type { PlacedNote } from '../../components/order-notes.ts';
import type { Toasts } from '../../components/toast.tsx';
import { toCitation } from '../../lib/export/citation.ts';
import { t } from '../../lib/i18n/t.ts';
import type { ReaderState } from '../../lib/messages/lists.ts';
import type { Note } from '../../lib/notes/types.ts';
import type { Span } from '../../lib/reading/types.ts';

interface Props {
  state: ReaderState;
  /** In text order; null until the store has answered. */
  notes: PlacedNote[] | null;
  tags: readonly string[];
  toasts: Toasts;
  onGo: (place: Span) => void;
  onGoNote: (note: Note) => void;
  /** Gives a note the place where its text was found changed, or what is selected on the page. */
  onPlace: (note: Note, at: 'found' | 'selection') => void;
}

/** The notes of the page's documents, with filters; what they link to on this page is gone to. */
export function PanelNotes({ state, notes, tags, toasts, onGo, onGoNote, onPlace }: Props) {
  const [filter, setFilter] = useState(ALL_NOTES);
  if (!notes) return <p class="empty">{t('panelNotesComing')}</p>;
  if (notes.length === 0) return <p class="empty">{t('panelNoNotes')}</p>;
  const left = filterNotes(notes, filter, state.day);
  return (
    <>
      {notes.length > 1 ? (
        <NoteFilters notes={notes} left={left.length} filter={filter} onChange={setFilter} />
      ) : null}
      {left.length > 0 ? (
        <NoteList
          notes={left}
          knownTags={tags}
          toasts={toasts}
          head={(note) => {
            const place = state.notes.find(({ id }) => id === note.id);
            return place ? <NotePlace note={note} place={place} onPlace={(at) => onPlace(note, at)} /> : null;
          }}
          linking={{ ...ourLinking, articles: async () => articlesOf(state) }}
          onGo={onGoNote}
          onNote={(id) => {
            const linked = notes.find(({ note }) => note.id === id);
            if (linked) onGoNote(linked.note);
            return linked !== undefined;
          }}
          onArticle={(link) => {
            const place = articleAt(link, state);
            if (place) onGo(place);
            else void toasts.attempt(async () => browser.tabs.create({ url: await linkAddress(link) }));
          }}
          cite={(note) => citationOf(state, note)}
        />
      ) : (
        <p class="empty">
          {t('filterNone')}{' '}
          <button type="button" class="button plain" onClick={() => setFilter(ALL_NOTES)}>
            {t('filterClear')}
          </button>
        </p>
      )}
    </>
  );
}

/** A citation of a note's place, as its document stands on this page. */
function citationOf({ documents, url, day }: ReaderState, { document, anchor }: Note): string | null {
  const cited = documents.find(({ answer }) => answer?.key === document);
  return cited ? toCitation({ ...cited.metadata, address: url, read: day, article: anchor.article }) : null;
}
