import { useId, useState } from 'preact/hooks';
import type { Toasts } from '../../../components/toast.tsx';
import { t } from '../../../lib/i18n/t.ts';
import { askFromOurs } from '../../../lib/messages/send.ts';

/** Deletes everything for good: after saying what that is, and only where the word was typed. */
export function Erase({ toasts: { attempt } }: { toasts: Toasts }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const word = t('eraseWord');
  const sure = typed.trim().toLowerCase() === word.toLowerCase();
  const erase = async () => {
    if (!sure) return;
    const worked = await attempt(() => askFromOurs('store/erase', { confirmed: true }), {
      text: t('eraseDone'),
    });
    if (worked) setTyped('');
  };
  return (
    <section aria-labelledby="safe-erase">
      <h3 id="safe-erase">{t('erase')}</h3>
      <details>
        <summary>{t('eraseOpen')}</summary>
        <form
          class="safe-erase"
          onSubmit={(event) => {
            event.preventDefault();
            erase();
          }}
        >
          <p>{t('eraseAbout')}</p>
          <label for={id}>{t('eraseType', word)}</label>
          <div class="buttons">
            <input
              id={id}
              class="field"
              name="erase"
              autocomplete="off"
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
            <button type="submit" class="button" data-do="erase" disabled={!sure}>
              {t('eraseNow')}
            </button>
          </div>
        </form>
      </details>
    </section>
  );
}
