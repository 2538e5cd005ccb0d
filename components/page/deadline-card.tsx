import { t } from '../../lib/i18n/t.ts';
import type { Deadline } from '../../lib/reading/types.ts';
import { daysLeftWords } from '../words/date.ts';
import { deadlineKindWords } from '../words/kind.ts';
import { deadlineDay, ruleWords } from '../words/rule.ts';
import { lawWords, NOT_COUNTED } from './law-words.ts';
import { isCountable } from './period.ts';
import { PeriodField } from './period-field.tsx';

interface Props {
  deadline: Deadline;
  /** Today in Asia/Shanghai. */
  day: string;
}

/** Which day a deadline is, or its rule; how far off; and a field to count from a day of the reader's. */
export function DeadlineCard({ deadline, day }: Props) {
  const end = deadlineDay(deadline);
  const countable = isCountable(deadline) ? deadline : null;
  // The field says by itself that the day of the event does not count.
  const notes = (deadline.notes ?? []).filter((key) => !countable || key !== NOT_COUNTED);
  return (
    <section class="about" data-about="deadline">
      <p class="chips">
        <span class="chip">{deadlineKindWords(deadline.kind)}</span>
        {end ? <strong class="days">{daysLeftWords(end, day)}</strong> : null}
      </p>
      <h2>{ruleWords(deadline)}</h2>
      <p class="clause" lang="zh">
        {deadline.text}
      </p>
      {deadline.derived ? <p class="small soft">{t('cardDerived')}</p> : null}
      {countable ? <PeriodField deadline={countable} day={day} /> : null}
      {notes.map((key) => {
        const words = lawWords(key);
        return words ? (
          <p key={key} class="small soft" data-law={key}>
            {words}
          </p>
        ) : null;
      })}
    </section>
  );
}
