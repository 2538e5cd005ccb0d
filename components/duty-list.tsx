import { t } from '../lib/i18n/t.ts';
import type { Duty, Span } from '../lib/reading/types.ts';
import { LongList } from './long-list.tsx';
import { PlaceRow } from './place-row.tsx';
import { shortDateWords } from './words/date.ts';

interface Props {
  duties: Duty[];
  onGo: (place: Span) => void;
}

/** Who leads, who supports, by when. */
export function DutyList({ duties, onGo }: Props) {
  return (
    <LongList
      items={duties}
      row={(duty) => (
        <PlaceRow key={duty.start} kind="duty" onGo={() => onGo(duty.task ?? duty)}>
          {duty.lead.length > 0 ? (
            <span class="row-main">
              <span class="chip">{t('dutyLead')}</span> <span lang="zh">{duty.lead.join('、')}</span>
            </span>
          ) : null}
          {duty.support.length > 0 ? (
            <span class="row-main">
              <span class="chip">{t('dutySupport')}</span> <span lang="zh">{duty.support.join('、')}</span>
            </span>
          ) : null}
          {duty.due ? (
            <span class="row-main">
              <span class="chip">{t('dutyDue')}</span> <span>{shortDateWords(duty.due)}</span>
            </span>
          ) : null}
        </PlaceRow>
      )}
    />
  );
}
