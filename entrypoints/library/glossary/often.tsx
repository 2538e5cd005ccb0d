import type { Toasts } from '../../../components/toast.tsx';
import { type MessageKey, t } from '../../../lib/i18n/t.ts';
import { askFromOurs } from '../../../lib/messages/send.ts';
import type { Settings } from '../../../lib/settings/types.ts';

const WAYS: [Settings['glossary'], MessageKey][] = [
  ['section', 'glossaryOncePerSection'],
  ['every', 'glossaryEveryTime'],
  ['off', 'glossaryOff'],
];

interface Props {
  value: Settings['glossary'];
  attempt: Toasts['attempt'];
}

/** How often a term of the glossary is marked on a page. Pages that are open follow at once. */
export function GlossaryOften({ value, attempt }: Props) {
  return (
    <fieldset>
      <legend>{t('glossaryOften')}</legend>
      {WAYS.map(([often, name]) => (
        <label key={often}>
          <input
            type="radio"
            name="glossary-often"
            value={often}
            checked={value === often}
            onChange={() => attempt(() => askFromOurs('glossary/often', { often }))}
          />{' '}
          {t(name)}
        </label>
      ))}
    </fieldset>
  );
}
