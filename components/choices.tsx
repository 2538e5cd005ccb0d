import type { Choice } from '../lib/catalogue/types.ts';
import { t } from '../lib/i18n/t.ts';
import { StatusBadge } from './status-badge.tsx';
import { shortDateWords } from './words/date.ts';

interface Props {
  choices: readonly Choice[];
  /** The one that the reader said it is. */
  picked: string | null;
  /** Null takes a pick back. */
  onPick: (id: string | null) => void;
}

/** Known documents that a document of the page may be. Which one is for the reader to say. */
export function Choices({ choices, picked, onPick }: Props) {
  return (
    <fieldset class="choices">
      <legend class="small">{t(picked === null ? 'choicesAsk' : 'choicesPicked')}</legend>
      <ul class="rows">
        {choices.map(({ id, title, docNumber, issuers, issued, status }) => (
          <li key={id} data-row="choice">
            <button
              type="button"
              class="row"
              aria-pressed={id === picked}
              onClick={() => id !== picked && onPick(id)}
            >
              <span class="row-main" lang="zh">
                {title ?? docNumber ?? id}
              </span>
              <span class="row-head">
                <StatusBadge status={status} />
                {docNumber ? (
                  <span class="small" lang="zh">
                    {docNumber}
                  </span>
                ) : null}
                {issued ? <span class="small soft">{shortDateWords(issued)}</span> : null}
                {issuers.length > 0 ? (
                  <span class="small soft" lang="zh">
                    {issuers.join('、')}
                  </span>
                ) : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {picked === null ? null : (
        <button type="button" class="button plain" data-do="unpick" onClick={() => onPick(null)}>
          {t('choicesUnpick')}
        </button>
      )}
    </fieldset>
  );
}
