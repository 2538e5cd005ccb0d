import { t } from '../lib/i18n/t.ts';
import type { Span } from '../lib/reading/types.ts';

/** How much of its first or last words is pointed out. */
const REACH = 30;

interface Props {
  place: Span;
  /** What it is, for screen readers. */
  name: string;
  onGo: (place: Span) => void;
}

/** Where a document begins on the page, and where it ends. */
export function Ends({ place: { start, end }, name, onGo }: Props) {
  const ends = [
    { key: 'start', words: t('goToStart'), place: { start, end: Math.min(end, start + REACH) } },
    { key: 'end', words: t('goToEnd'), place: { start: Math.max(start, end - REACH), end } },
  ];
  return (
    <span class="ends">
      {ends.map(({ key, words, place }) => (
        <button
          key={key}
          type="button"
          class="button plain"
          data-do={`go-${key}`}
          onClick={() => onGo(place)}
        >
          {words}
          <span class="unseen">{` ${name}`}</span>
        </button>
      ))}
    </span>
  );
}
