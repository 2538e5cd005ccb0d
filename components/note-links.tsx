import browser from 'webextension-polyfill';
import { t } from '../lib/i18n/t.ts';
import type { NoteLink } from '../lib/notes/types.ts';
import { linkKey } from './articles.ts';
import { ourLinking } from './linking.ts';
import { useNamed } from './use-named.ts';
import { linkWords } from './words/link.ts';

export type ArticleLink = Extract<NoteLink, { kind: 'article' }>;

interface Props {
  links: readonly NoteLink[];
  /** Goes to a note where it is shown already; gives back whether it is. The library shows all others. */
  onNote?: ((id: string) => boolean) | undefined;
  /** Missing where there is no page to go to: then the library shows the document. */
  onArticle?: ((link: ArticleLink) => void) | undefined;
}

/** Where a note leads: to other notes, and to articles. */
export function NoteLinks({ links, onNote, onArticle }: Props) {
  const named = useNamed(links, ourLinking.name);
  if (links.length === 0) return null;
  return (
    <ul class="note-links" aria-label={t('linkTo')}>
      {links.map((link) => (
        <li key={linkKey(link)} data-link={link.kind}>
          <span aria-hidden="true">→ </span>
          {link.kind === 'note' ? (
            <a
              href={browser.runtime.getURL(`library.html#note=${link.id}`)}
              target="_blank"
              rel="noreferrer"
              onClick={(event) => {
                if (onNote?.(link.id)) event.preventDefault();
              }}
            >
              {linkWords(link, named)}
            </a>
          ) : onArticle ? (
            <button type="button" class="button plain" lang="zh" onClick={() => onArticle(link)}>
              {link.article}
            </button>
          ) : (
            <a
              href={browser.runtime.getURL(`library.html#document=${encodeURIComponent(link.document)}`)}
              lang="zh"
            >
              {link.article}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
