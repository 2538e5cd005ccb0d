import { useEffect, useState } from 'preact/hooks';
import browser, { type Commands } from 'webextension-polyfill';
import { Section } from '../../components/section.tsx';
import type { Toasts } from '../../components/toast.tsx';
import { t } from '../../lib/i18n/t.ts';

/** Where Chrome has its shortcuts changed. */
const CHROME = 'chrome://extensions/shortcuts';

/** Firefox has a way there since version 137; the polyfill does not know of it yet. */
type Openable = { openShortcutSettings?: () => Promise<void> };

/** The way to the browser's own page where shortcuts are changed; null where there is none. */
function wayToChange(): (() => Promise<unknown>) | null {
  const { openShortcutSettings } = browser.commands as Openable;
  if (openShortcutSettings) return () => openShortcutSettings.call(browser.commands);
  // A link to it is dead in Chrome, a tab is not.
  return isFirefox() ? null : () => browser.tabs.create({ url: CHROME });
}

function isFirefox(): boolean {
  return browser.runtime.getURL('').startsWith('moz-');
}

/** The extension's keys as they are now, and how to change them. */
export function ShortcutsPart({ toasts: { attempt } }: { toasts: Toasts }) {
  const [commands, setCommands] = useState<Commands.Command[] | null>(null);
  useEffect(() => {
    // Not through `attempt`, which would close a message that offers an undo.
    const read = async () => setCommands(await browser.commands.getAll().catch(() => null));
    void read();
    // They are changed on another page of the browser; the reader comes back from it.
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, []);
  if (!commands) return null;
  const change = wayToChange();
  return (
    <Section id="shortcuts" title={t('shortcuts')} open={false}>
      <dl class="facts">
        {commands.map(({ name, description, shortcut }) => (
          <div key={name} data-shortcut={name}>
            <dt>{description || t('shortcutsAction')}</dt>
            <dd>{shortcut ? <kbd>{shortcut}</kbd> : <span class="soft">{t('shortcutNone')}</span>}</dd>
          </div>
        ))}
      </dl>
      <p class="small soft">{t('shortcutsOnPage')}</p>
      <p>
        {t('shortcutsAbout')}{' '}
        {change ? (
          <button
            type="button"
            class="button plain"
            data-do="change-shortcuts"
            onClick={() => attempt(change)}
          >
            {t('shortcutsChange')}
          </button>
        ) : null}
      </p>
      <p class="small soft">{isFirefox() ? t('shortcutsHowFirefox') : t('shortcutsHow', CHROME)}</p>
    </Section>
  );
}
