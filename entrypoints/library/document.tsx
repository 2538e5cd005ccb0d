import { NoteList } from '../../components/note-list.tsx';
import type { Toasts } from '../../components/toast.tsx';
import { shortDateWords } from '../../components/words/date.ts';
import { t } from '../../lib/i18n/t.ts';
import { type Shelf, webAddresses } from './shelf.ts';

interface Props {
  shelf: Shelf;
  knownTags: readonly string[];
  toasts: Toasts;
}

/** A document that carries notes: what it is, where it was read, and its notes. */
export function LibraryDocument({ shelf: { document, notes }, knownTags, toasts }: Props) {
  const { title, docNumber, issuers, issued, lastRead } = document;
  const [address] = webAddresses(document);
  return (
    <article class="shelf" data-document={document.key}>
      <details open>
        <summary>
          <h2 lang="zh">{title ?? docNumber ?? address ?? t('identityUntitled')}</h2>{' '}
          <span class="count">{t('libraryNotes', notes.length)}</span>
        </summary>
        <p class="small soft shelf-facts">
          {docNumber ? <span lang="zh">{docNumber}</span> : null}
          {issuers.length > 0 ? <span lang="zh">{issuers.join('、')}</span> : null}
          {issued ? <span>{`${t('identityIssued')} ${shortDateWords(issued)}`}</span> : null}
          <span>{t('libraryLastRead', shortDateWords(lastRead))}</span>
          {address ? (
            <a href={address} target="_blank" rel="noreferrer">
              {t('libraryOpenPage')}
              <span class="unseen">{` ${title ?? ''}`}</span>
            </a>
          ) : null}
        </p>
        <NoteList
          notes={notes.map((note) => ({ note, state: null }))}
          knownTags={knownTags}
          toasts={toasts}
        />
      </details>
    </article>
  );
}
