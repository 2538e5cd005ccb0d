import { t } from '../../lib/i18n/t.ts';
import type { AnchorState, Colour, Note } from '../../lib/notes/types.ts';
import { ColourChoice } from '../colour-choice.tsx';
import { NoteWords } from '../note-words.tsx';
import { anchorWords } from '../words/note.ts';

interface Props {
  note: Note;
  state: AnchorState;
  /** What stands at its place now, where that differs from its quote. */
  now: string | null;
  onEdit: () => void;
  onRecolour: (colour: Colour) => void;
  onDelete: () => void;
}

/** A note on the page. It is read here; it is written where the page can't listen. */
export function PageNoteCard({ note, state, now, onEdit, onRecolour, onDelete }: Props) {
  const { anchor, body, tags, colour } = note;
  return (
    <section class="about note" data-about="note" data-colour={colour} data-note={note.id}>
      <blockquote class="note-quote" lang="zh">
        {anchor.quote}
      </blockquote>
      {state === 'exact' ? null : <p class="note-state">{anchorWords(state)}</p>}
      {now === null ? null : (
        <>
          <h3>{t('cardChangedNow')}</h3>
          <p class="clause" lang="zh">
            {now}
          </p>
        </>
      )}
      <NoteWords body={body} tags={tags} />
      <div class="note-foot">
        <button type="button" class="button plain" data-do="edit" onClick={onEdit}>
          {t('noteEdit')}
        </button>
        <button type="button" class="button plain" data-do="delete" onClick={onDelete}>
          {t('noteDelete')}
        </button>
        <ColourChoice name={`colour-${note.id}`} value={colour} onChange={onRecolour} />
      </div>
    </section>
  );
}
