import { useEffect, useState } from 'preact/hooks';
import { t } from '../lib/i18n/t.ts';
import { askFromOurs } from '../lib/messages/send.ts';
import type { Note } from '../lib/notes/types.ts';
import { draftOf, loadDrafts } from './drafts.ts';
import { LongList } from './long-list.tsx';
import { NoteCard } from './note-card.tsx';
import type { PlacedNote } from './order-notes.ts';
import type { Toasts } from './toast.tsx';

interface Props {
  notes: PlacedNote[];
  knownTags: readonly string[];
  toasts: Toasts;
  /** Missing where there is no page to go to. */
  onGo?: ((note: Note) => void) | undefined;
}

/** Notes that can be read, changed and deleted. Changes are asked of the background, the one writer. */
export function NoteList({ notes, knownTags, toasts: { attempt }, onGo }: Props) {
  // Cards open with what was begun in them, so they wait for it.
  const [loaded, setLoaded] = useState(false);
  useEffect(() => {
    loadDrafts().then(() => setLoaded(true));
  }, []);
  if (!loaded) return null;
  return (
    <LongList
      items={notes}
      class="notes"
      row={({ note, state }) => {
        const { id, body, tags } = note;
        return (
          <NoteCard
            key={id}
            note={note}
            state={state}
            knownTags={knownTags}
            draft={draftOf(id)}
            onGo={onGo && (() => onGo(note))}
            onWrite={(writing) => askFromOurs('note/write', { id, ...writing })}
            onRecolour={(colour) => attempt(() => askFromOurs('note/write', { id, body, tags, colour }))}
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
