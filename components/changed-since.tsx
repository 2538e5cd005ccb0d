import { t } from '../lib/i18n/t.ts';
import type { DocumentAnswer } from '../lib/messages/lists.ts';
import type { ChangedPlace } from '../lib/notes/reading-record.ts';
import type { Span } from '../lib/reading/types.ts';
import { LongList } from './long-list.tsx';
import { PlaceRow } from './place-row.tsx';
import { shortDateWords } from './words/date.ts';

interface Props {
  since: NonNullable<DocumentAnswer['since']>;
  onGo: (place: Span) => void;
  /** The present text is read: later ones are compared with it. */
  onSeen: () => void;
}

/** Where the text is another one than when the reader's first note was made, or than the reader has seen since. */
export function ChangedSince({ since: { day, places, renewed }, onGo, onSeen }: Props) {
  const words = renewed ? SEEN : ANNOTATED;
  return (
    <details class="changed-since">
      <summary>
        {t(places.length === 1 ? words.once : words.often, shortDateWords(day), places.length)}
      </summary>
      <LongList
        items={places}
        row={(place) => (
          <PlaceRow
            key={`${place.start} ${place.kind}`}
            kind={place.kind === 'gone' ? 'missing' : 'altered'}
            onGo={() => onGo(spotOf(place))}
          >
            {placeWords(place)}
          </PlaceRow>
        )}
      />
      <button type="button" class="button" data-do="seen" onClick={onSeen}>
        {t('sinceSeen')}
      </button>
      <p class="small soft">{t('sinceSeenAbout')}</p>
    </details>
  );
}

const ANNOTATED = { once: 'sinceChangedOnce', often: 'sinceChanged' } as const;
const SEEN = { once: 'sinceSeenOnce', often: 'sinceSeenOften' } as const;

/** What is gone has no text of its own: the end of what stands before it is pointed out. */
function spotOf({ kind, start, end }: ChangedPlace): Span {
  if (kind !== 'gone') return { start, end };
  return start > 0 ? { start: start - 1, end: start } : { start: end, end: end + 1 };
}

function placeWords({ kind, count }: ChangedPlace): string {
  if (kind === 'gone') return t('sinceGone', count);
  return t(kind === 'added' ? 'sinceAdded' : 'sinceOther', count);
}
