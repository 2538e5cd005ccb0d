import { t } from '../lib/i18n/t.ts';
import type { Note } from '../lib/notes/types.ts';

/** What the reader wrote in a note: its text and tags; nothing where it is a bare highlight. */
export function NoteWords({ body, tags }: Pick<Note, 'body' | 'tags'>) {
  return (
    <>
      {body ? <p class="note-body as-is">{body}</p> : null}
      {tags.length > 0 ? (
        <ul class="tag-list" aria-label={t('noteTags')}>
          {tags.map((tag) => (
            <li key={tag} class="chip">
              {tag}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
