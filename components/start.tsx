import { type ComponentChild, render } from 'preact';
import { type MessageKey, t } from '../lib/i18n/t.ts';
import { language } from './words/language.ts';

/**
 * Starts one of our pages: its language, its title, its content.
 *
 * @param title key of the page's name
 */
export function start(title: MessageKey, content: ComponentChild): void {
  document.documentElement.lang = language();
  document.title = t('pageTitle', t(title), t('extShortName'));
  const app = document.getElementById('app');
  if (app) render(content, app);
}
