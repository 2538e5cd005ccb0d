import css from '../../assets/styles/last-words.css?inline';
import { language } from '../../components/words/language.ts';
import { t } from '../../lib/i18n/t.ts';
import { makeHost } from '../page-ui/host.ts';

/**
 * Prepares to tell the reader that Zhupi was updated under this page. A page to which that has happened can
 * ask for nothing any more, neither strings nor the script that shows all else.
 *
 * @returns says it
 */
export function lastWords(): () => void {
  const words = { text: t('readerOrphan'), close: t('toastClose'), language: language() };
  return () => {
    const { host, mount } = makeHost(css, words.language);
    const text = document.createElement('span');
    text.textContent = words.text;
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = words.close;
    close.addEventListener('click', () => host.remove());
    mount.className = 'toast';
    mount.role = 'status';
    mount.append(text, close);
  };
}
