import { t } from '../../lib/i18n/t.ts';
import type { AnchorState, Colour, Note } from '../../lib/notes/types.ts';
import type { Span } from '../../lib/reading/types.ts';
import { ColourChoice } from '../colour-choice.tsx';
import { NoteTask } from '../note-task.tsx';
import { NoteWords } from '../note-words.tsx';
import { anchorWords } from '../words/note.ts';

interface Props {
  note: Note;
  state: AnchorState;
  /** What stands at its place now, where that differs from its quote. */
  now: string | null;
  /** Where it leads, with the place where that is on this page. */
  links: { words: string; span: Span | null }[];
  onLink: (number: number, span: Span | null) => void;
  onTick: (done: boolean) => void;
  onEdit: () => void;
  onRecolour: (colour: Colour) => void;
  onDelete: () => void;
}

/** A note on the page. It is read here; it is written where the page can't listen. */
export function PageNoteCard(props: Props) {
  const { note, state, now, links, onLink, onTick, onEdit, onRecolour, onDelete } = props;
  const { anchor, body, tags, colour, task } = note;
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
      {task ? <NoteTask task={task} onDone={({ done }) => onTick(done !== null)} /> : null}
      {links.length > 0 ? (
        <ul class="note-links" aria-label={t('linkTo')}>
          {links.map(({ words, span }, number) => (
            <li key={number}>
              <span aria-hidden="true">{span ? '→ ' : '↗ '}</span>
              <button
                type="button"
                class="button plain"
                data-do="link"
                lang="zh"
                onClick={() => onLink(number, span)}
              >
                {words}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
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
