import { t } from '../lib/i18n/t.ts';
import type { Deadline, Span } from '../lib/reading/types.ts';
import { LongList } from './long-list.tsx';
import { PlaceRow } from './place-row.tsx';
import { daysLeftWords, daysUntil } from './words/date.ts';
import { deadlineKindWords } from './words/kind.ts';
import { deadlineDay, ruleWords } from './words/rule.ts';

/** A month and a day or two: near enough to be pointed out. */
const SOON = 31;

interface Props {
  deadlines: Deadline[];
  /** Today in Asia/Shanghai. */
  day: string;
  onGo: (place: Span) => void;
}

/** Deadlines in text order: which day or rule, how far off, and the words that say so. */
export function DeadlineList({ deadlines, day, onGo }: Props) {
  return (
    <LongList
      items={deadlines}
      row={(deadline) => {
        const end = deadlineDay(deadline);
        const rule = ruleWords(deadline);
        const left = end ? daysUntil(end, day) : null;
        return (
          <PlaceRow key={deadline.start} kind="deadline" onGo={() => onGo(deadline)}>
            <span class="row-head">
              <span class="chip">{deadlineKindWords(deadline.kind)}</span>
              {end ? (
                <span class="days" data-soon={left !== null && left >= 0 && left <= SOON}>
                  {daysLeftWords(end, day)}
                </span>
              ) : null}
            </span>
            <span class="row-main">
              {rule}
              {deadline.derived ? <span class="soft small"> {t('deadlineDerived')}</span> : null}
            </span>
            {rule === deadline.text ? null : (
              <span class="row-text" lang="zh">
                {deadline.text}
              </span>
            )}
          </PlaceRow>
        );
      }}
    />
  );
}
