import { useState } from 'preact/hooks';
import { t } from '../lib/i18n/t.ts';
import type { ReaderState } from '../lib/messages/lists.ts';
import type { Note } from '../lib/notes/types.ts';

interface Props {
  note: Note;
  /** Where it stands on the page now. */
  place: ReaderState['notes'][number];
  onPlace: (at: 'found' | 'selection') => void;
}

/** What became of a note's text, with what can be done: both texts where it was changed, a new place where it is lost. */
export function NotePlace({ note, place, onPlace }: Props) {
  const [kept, setKept] = useState(false);
  if (place.state === 'lost') {
    return (
      <div class="note-place">
        <p class="small soft">{t('placeLost')}</p>
        <button type="button" class="button" data-do="place" onClick={() => onPlace('selection')}>
          {t('placeBySelection')}
        </button>
      </div>
    );
  }
  if (place.state !== 'changed' || !place.now || kept) return null;
  return (
    <div class="note-place">
      <dl class="note-texts">
        <dt>{t('placeWas')}</dt>
        <dd lang="zh">
          <del>{note.anchor.quote}</del>
        </dd>
        <dt>{t('placeNow')}</dt>
        <dd lang="zh">
          <ins>{place.now}</ins>
        </dd>
      </dl>
      <button type="button" class="button" data-do="accept" onClick={() => onPlace('found')}>
        {t('placeAccept')}
      </button>
      <button type="button" class="button plain" data-do="keep" onClick={() => setKept(true)}>
        {t('placeKeep')}
      </button>
    </div>
  );
}
