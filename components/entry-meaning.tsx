import type { ComponentChild } from 'preact';
import type { Known } from '../lib/glossary/types.ts';
import { t } from '../lib/i18n/t.ts';
import { englishFirst, entryKindWords, whenWords } from './words/entry.ts';

type Said = Pick<Known, 'own' | 'kind' | 'zh' | 'en' | 'enOfficial' | 'enText' | 'since' | 'where'>;

/** What a term of the glossary means, in both languages, the reader's first, and what kind of thing it is. */
export function EntryMeaning({ own, kind, zh, en, enOfficial, enText, since, where }: Said) {
  const name = en ? (
    <p key="name" class="entry-name">
      <span lang="en">{en}</span>
      {enOfficial === null ? null : (
        <span class="small soft"> {t(enOfficial ? 'entryOfficial' : 'entryOurRendering')}</span>
      )}
    </p>
  ) : null;
  const english = enText ? (
    <p key="en" class="meaning" lang="en">
      {enText}
    </p>
  ) : null;
  const chinese = zh ? (
    <p key="zh" class="meaning" lang="zh">
      {zh}
    </p>
  ) : null;
  const parts: ComponentChild[] = englishFirst() ? [name, english, chinese] : [chinese, name, english];
  return (
    <>
      <p class="chips">
        <span class="chip">{entryKindWords(kind)}</span>
        {own ? <span class="chip">{t('entryOwn')}</span> : null}
        {since ? <span class="chip">{t('entrySince', whenWords(since))}</span> : null}
        {where ? (
          <span class="chip" lang="zh">
            {where}
          </span>
        ) : null}
      </p>
      {parts}
    </>
  );
}
