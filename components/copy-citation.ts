import { t } from '../lib/i18n/t.ts';
import type { Toasts } from './toast.tsx';

/**
 * Copies a citation as plain text, and says so; where the browser does not let us, the citation is shown with
 * a button: a browser that heeds no key of the reader's heeds a click.
 */
export async function copyCitation(citation: string, toasts: Pick<Toasts, 'say'>): Promise<void> {
  if (await copied(citation)) {
    toasts.say({ text: t('citeCopied') });
    return;
  }
  const act = { label: t('noteCite'), run: () => copyCitation(citation, toasts) };
  toasts.say({ text: t('citeFailed', citation), problem: true, act });
}

/** Pages that are not secure, and some others, have no Clipboard API: there the browser's own copying is given our text. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    let done = false;
    const give = (event: ClipboardEvent) => {
      event.stopImmediatePropagation();
      event.preventDefault();
      event.clipboardData?.setData('text/plain', text);
      done = event.isTrusted;
    };
    window.addEventListener('copy', give, true);
    document.execCommand?.('copy');
    window.removeEventListener('copy', give, true);
    return done;
  }
}
