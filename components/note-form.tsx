import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../lib/i18n/t.ts';
import type { Colour } from '../lib/notes/types.ts';
import { linkKey } from './articles.ts';
import { ColourChoice } from './colour-choice.tsx';
import { copyText } from './copy-text.ts';
import type { Writing } from './drafts.ts';
import { LinkInput } from './link-input.tsx';
import type { Linking } from './linking.ts';
import { Markdown } from './markdown.tsx';
import { TagInput } from './tag-input.tsx';
import { addTags, splitTags } from './tag-words.ts';
import { TaskInput } from './task-input.tsx';
import { problemWords } from './words/said.ts';

interface Props {
  /** The note's id; null for a new one. */
  note: string | null;
  /** As the note is stored. */
  start: Writing;
  /** What was written before and not saved. */
  draft?: Writing | undefined;
  /** Told of every change. */
  onDraft?: (writing: Writing) => void;
  knownTags: readonly string[];
  linking: Linking;
  /** Rejects where the note was not stored; the form then keeps everything and says why. */
  onSave: (writing: Writing) => Promise<unknown>;
  onCancel: () => void;
}

/** The form a note is written in. Ctrl or Cmd with Enter saves, Esc leaves. */
export function NoteForm(props: Props) {
  const { note, start, draft = start, onDraft, knownTags, linking, onSave, onCancel } = props;
  const id = useId();
  const text = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useState(draft.body);
  const [tags, setTags] = useState(draft.tags);
  const [typed, setTyped] = useState('');
  const [colour, setColour] = useState<Colour>(draft.colour);
  const [task, setTask] = useState(draft.task);
  const [links, setLinks] = useState(draft.links);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [doubted, setDoubted] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);

  useEffect(() => text.current?.focus(), []);

  const written: Writing = { body, colour, tags: addTags(tags, splitTags(typed, true).tags), task, links };
  const changed = saidIn(written) !== saidIn(start);

  const now = JSON.stringify(written);
  const told = useRef(now);
  useEffect(() => {
    if (now !== told.current) onDraft?.(written);
    told.current = now;
  });

  const save = async () => {
    if (saving) return;
    setSaving(true);
    setProblem(null);
    try {
      await onSave(written);
    } catch (error) {
      setProblem(problemWords(error));
      setCopied(false);
    }
    setSaving(false);
  };

  // What was written is not thrown away by one key: the first Esc asks, the second leaves. Whatever is changed
  // in between is asked about anew.
  const leaving = changed && doubted === now;
  const leave = () => (changed && !leaving ? setDoubted(now) : onCancel());

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      leave();
    }
  };

  return (
    <form
      class="note-form"
      data-colour={colour}
      aria-label={t('noteForm')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div>
        <label for={`${id}-body`}>{t('noteBody')}</label>
        <textarea
          ref={text}
          id={`${id}-body`}
          class="field"
          name="body"
          value={body}
          onInput={(event) => setBody(event.currentTarget.value)}
        />
      </div>
      <TagInput
        tags={tags}
        typed={typed}
        known={knownTags}
        onChange={(nextTags, nextTyped) => {
          setTags(nextTags);
          setTyped(nextTyped);
        }}
      />
      <TaskInput task={task} onChange={setTask} />
      <details open={start.links.length > 0}>
        <summary>
          {t('noteLinksPart')} <span class="count">{links.length > 0 ? links.length : ''}</span>
        </summary>
        <LinkInput self={note} links={links} onChange={setLinks} linking={linking} />
      </details>
      <details class="preview">
        <summary>{t('notePreview')}</summary>
        {body.trim() ? <Markdown text={body} /> : <p class="empty">{t('notePreviewEmpty')}</p>}
      </details>
      <div role="alert">
        {problem ? (
          <p class="problem">
            {problem}{' '}
            <button
              type="button"
              class="button plain"
              data-do="copy"
              onClick={async () => setCopied(await copyText(body, text.current))}
            >
              {copied ? t('noteCopied') : t('noteCopy')}
            </button>
          </p>
        ) : null}
        {leaving ? <p class="problem">{t('noteLeaveAgain')}</p> : null}
      </div>
      <div class="note-foot">
        <button type="submit" class="button main" data-do="save" disabled={saving}>
          {saving ? t('noteSaving') : t('noteSave')}
        </button>
        <button type="button" class="button" data-do="cancel" onClick={leave}>
          {leaving ? t('noteDiscard') : t('noteCancel')}
        </button>
        <ColourChoice name={`${id}-colour`} value={colour} onChange={setColour} />
      </div>
    </form>
  );
}

/** What would be lost with a form that is left: all that can be changed in it. */
function saidIn({ body, tags, colour, task, links }: Writing): string {
  return JSON.stringify([body, tags, colour, task && [task.due, task.done], links.map(linkKey)]);
}
