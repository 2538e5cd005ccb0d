import { shortDateWords } from '../../../components/words/date.ts';
import { anchorWords } from '../../../components/words/note.ts';
import { t } from '../../../lib/i18n/t.ts';
import type { Note, NotedDocument } from '../../../lib/notes/types.ts';
import { today } from '../../../lib/settings/today.ts';
import type { Seen } from '../../../lib/store/seen-places.ts';
import { PageLink } from '../page-link.tsx';
import { nameOf } from './filters.tsx';

interface Props {
  note: Note;
  document: NotedDocument | undefined;
  /** Where it was found last; undefined where it was not looked at since it was written, or that is not known yet. */
  seen: Seen | undefined;
  chosen: boolean;
  onChoose: ((on: boolean) => void) | undefined;
}

/** Which document a note is of, and a box that chooses it for what is done with many. */
export function NoteHead({ note, document, seen, chosen, onChoose }: Props) {
  const name = document ? nameOf(document) : '';
  return (
    <p class="small soft shelf-facts">
      {onChoose ? (
        <input
          type="checkbox"
          data-do="choose"
          aria-label={t('bulkChoose', note.anchor.quote.slice(0, 40))}
          checked={chosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      ) : null}
      <a href={`#document=${encodeURIComponent(note.document)}`} lang="zh" class="note-document">
        {name}
      </a>
      <span>{t('libraryWritten', shortDateWords(today(new Date(note.updated))))}</span>
      <span data-seen={seen?.state ?? 'unseen'}>
        {seen ? t('librarySeen', anchorWords(seen.state), shortDateWords(seen.day)) : t('anchorUnseen')}
      </span>
      <PageLink document={document} name={name} />
    </p>
  );
}
