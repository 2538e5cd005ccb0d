import { useId, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { dateWords, daysLeftWords } from '../words/date.ts';
import { type Countable, countFrom } from './period.ts';

interface Props {
  deadline: Countable;
  /** Today in Asia/Shanghai. */
  day: string;
}

/** A field for the day that a time limit counts from, and the day it ends on. */
export function PeriodField({ deadline, day }: Props) {
  const id = useId();
  // An event that something must be done before lies ahead: today would be a guess.
  const [from, setFrom] = useState(deadline.kind === 'before-event' ? '' : day);
  const end = from ? countFrom(deadline, from) : null;
  return (
    <div class="period">
      <label for={id}>{labelOf(deadline)}</label>
      <input
        id={id}
        class="field"
        type="date"
        value={from}
        onInput={(event) => setFrom(event.currentTarget.value)}
      />
      <output for={id}>
        {end ? (
          <>
            <strong data-result={end.date}>
              {t(deadline.kind === 'before-event' ? 'cardResultBefore' : 'cardResult', dateWords(end.date))}
            </strong>{' '}
            <span class="days">{daysLeftWords(end.date, day)}</span>
          </>
        ) : null}
      </output>
      {end && deadline.kind !== 'validity' ? <p class="small soft">{t('cardNotCounted')}</p> : null}
      {end?.rolledTo ? <p class="small soft">{t('cardRolled', dateWords(end.rolledTo))}</p> : null}
      {end && !end.sure ? (
        <p class="small wait" data-sure="false">
          {t('cardNotSure')}
        </p>
      ) : null}
    </div>
  );
}

function labelOf({ kind, anchor }: Countable): string {
  if (kind === 'validity') return t('cardFirst');
  if (anchor) return t('cardStartOf', anchor);
  return kind === 'before-event' ? t('cardEvent') : t('cardStart');
}
