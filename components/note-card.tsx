import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../lib/i18n/t.ts';
import type { AnchorState, Colour, Note, Task } from '../lib/notes/types.ts';
import { ColourChoice } from './colour-choice.tsx';
import { dropDraft, keepDraft, type Writing } from './drafts.ts';
import type { Linking } from './linking.ts';
import { Markdown } from './markdown.tsx';
import { NoteForm } from './note-form.tsx';
import { type ArticleLink, NoteLinks } from './note-links.tsx';
import { NoteTask } from './note-task.tsx';
import { NoteWords } from './note-words.tsx';
import { anchorWords } from './words/note.ts';

interface Props {
  note: Note;
  /** What stands above its quote. */
  head?: ComponentChild;
  /** Where its text stands on the page now; null where no page is open or it was not looked for yet. */
  state: AnchorState | null;
  knownTags: readonly string[];
  /** A change that was begun and not saved: the card opens with it. */
  draft?: Writing | undefined;
  /** Missing where there is no page to go to. */
  onGo?: (() => void) | undefined;
  onWrite: (writing: Writing) => Promise<unknown>;
  linking: Linking;
  /** Goes to a linked note where it is shown here; gives back whether it is. */
  onNote?: ((id: string) => boolean) | undefined;
  /** Goes to a linked article; missing where no page is open. */
  onArticle?: ((link: ArticleLink) => void) | undefined;
  onRecolour: (colour: Colour) => void;
  onTask: (task: Task) => void;
  /** Copies a citation of the note's place; missing where its document has no title. */
  onCite?: (() => void) | undefined;
  onRemove: () => void;
  /** Its earlier versions; missing where it has none. */
  versions?: ComponentChild;
}

/** A note: its quote, what was written, and what can be done with it. */
export function NoteCard(props: Props) {
  const { note, state, knownTags, draft, onGo, onWrite, onRecolour, onRemove } = props;
  const [editing, setEditing] = useState(draft !== undefined);
  const edit = useRef<HTMLButtonElement>(null);
  const edited = useRef(editing);
  useEffect(() => {
    // The form went away, and took the focus along where that was not elsewhere by then.
    if (edited.current && !editing && document.activeElement === document.body) edit.current?.focus();
    edited.current = editing;
  }, [editing]);
  const finish = () => {
    dropDraft(note.id);
    setEditing(false);
  };
  const { anchor, body, tags, colour, task, links } = note;
  const moved = state === 'exact' ? null : state;
  const quote = (
    <span class="note-quote" lang="zh">
      {anchor.quote}
    </span>
  );
  return (
    <li class="note" data-colour={colour} data-note={note.id} data-state={state ?? undefined}>
      {props.head}
      {onGo ? (
        <button type="button" class="row" onClick={onGo}>
          {quote}
        </button>
      ) : (
        <blockquote>{quote}</blockquote>
      )}
      {anchor.article || moved ? (
        <p class="note-foot">
          {anchor.article ? (
            <span class="chip" lang="zh">
              {anchor.article}
            </span>
          ) : null}
          {moved ? <span class="note-state">{anchorWords(moved)}</span> : null}
        </p>
      ) : null}
      {editing ? (
        <NoteForm
          note={note.id}
          start={{ body, tags, colour, task, links }}
          draft={draft}
          onDraft={(writing) => keepDraft(note.id, writing)}
          knownTags={knownTags}
          linking={props.linking}
          onSave={(writing) => onWrite(writing).then(finish)}
          onCancel={finish}
        />
      ) : (
        <>
          {body ? <Markdown text={body} /> : null}
          <NoteWords body="" tags={tags} />
          {task ? <NoteTask task={task} onDone={props.onTask} /> : null}
          <NoteLinks links={links} onNote={props.onNote} onArticle={props.onArticle} />
          <div class="note-foot">
            <button
              ref={edit}
              type="button"
              class="button plain"
              data-do="edit"
              onClick={() => setEditing(true)}
            >
              {t('noteEdit')}
            </button>
            <button type="button" class="button plain" data-do="delete" onClick={onRemove}>
              {t('noteDelete')}
            </button>
            {props.onCite ? (
              <button type="button" class="button plain" data-do="cite" onClick={props.onCite}>
                {t('noteCite')}
              </button>
            ) : null}
            <ColourChoice name={`colour-${note.id}`} value={colour} onChange={onRecolour} />
          </div>
          {props.versions}
        </>
      )}
    </li>
  );
}
