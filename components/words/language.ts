import { t } from '../../lib/i18n/t.ts';

/**
 * The language our strings are shown in, as a BCP 47 tag.
 *
 * Not the browser's own language: where the browser speaks one that we lack, our strings are Chinese.
 */
export function language(): string {
  return t('uiLanguage');
}
