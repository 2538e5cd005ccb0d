import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../lib/i18n/t.ts';
import { askFromOurs } from '../lib/messages/send.ts';
import type { Note } from '../lib/notes/types.ts';
import { copyCitation } from './copy-citation.ts';
import { draftOf, loadDrafts } from './drafts.ts';
import { type Linking, ourLinking } from './linking.ts';
import { LongList } from './long-list.tsx';
import { NoteCard } from './note-card.tsx';
import type { ArticleLink } from './note-links.tsx';
import { NoteVersions } from './note-versions.tsx';
import type { PlacedNote } from './order-notes.ts';
import type { Toasts } from './toast.tsx';

interface Props {
  notes: PlacedNote[];
  knownTags: readonly string[];
  toasts: Toasts;
  /** Missing where there is no page to go to. */
  onGo?: ((note: Note) => void) | undefined;
  linking?: Linking;
  /** Goes to a linked note where it is shown here; gives back whether it is. */
  onNote?: ((id: string) => boolean) | undefined;
  onArticle?: ((link: ArticleLink) => void) | undefined;
  /** A citation of a note's place; null where there is none to be made. */
  cite?: ((note: Note) => string | null) | undefined;
  /** What stands above a note's quote. */
  head?: ((note: Note) => ComponentChild) | undefined;
  /** Notes drawn at once, and what the list answers; see `LongList`. */
  piece?: number;
  about?: string;
}

/** Notes that can be read, changed and deleted. Changes are asked of the background, the one writer. */
export function NoteList(props: Props) {
  const { notes, knownTags, toasts, onGo, linking = ourLinking, onNote, onArticle, cite, head } = props;
  const { attempt } = toasts;
  // Cards open with what was begun in them, so they wait for it.
  const [loaded, setLoaded] = useState(false);
  useEffect(() => {
    loadDrafts().then(() => setLoaded(true));
  }, []);
  if (!loaded || notes.length === 0) return null;
  const { piece, about } = props;
  return (
    <LongList
      items={notes}
      class="notes"
      {...(piece === undefined ? {} : { piece })}
      {...(about === undefined ? {} : { about })}
      row={({ note, state }) => {
        const { id, body, tags, colour, created, updated } = note;
        const citation = cite?.(note) ?? null;
        return (
          <NoteCard
            key={id}
            note={note}
            head={head?.(note)}
            state={state}
            knownTags={knownTags}
            draft={draftOf(id)}
            onGo={onGo && (() => onGo(note))}
            linking={linking}
            onNote={onNote}
            onArticle={onArticle}
            onTask={(task) => attempt(() => askFromOurs('note/write', { id, body, tags, colour, task }))}
            versions={updated > created ? <NoteVersions note={id} toasts={toasts} /> : null}
            onCite={citation === null ? undefined : () => copyCitation(citation, toasts)}
            onWrite={(writing) => askFromOurs('note/write', { id, ...writing })}
            onRecolour={(next) => attempt(() => askFromOurs('note/write', { id, body, tags, colour: next }))}
            onRemove={() =>
              attempt(() => askFromOurs('note/remove', { id }), {
                text: t('noteDeleted'),
                undo: () => askFromOurs('note/restore', { id }),
              })
            }
          />
        );
      }}
    />
  );
}
