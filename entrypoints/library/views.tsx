import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { DocumentsView } from './documents.tsx';
import { GlossaryView } from './glossary/view.tsx';
import { Library } from './library.tsx';

const GLOSSARY = '#glossary';
const DOCUMENTS = '#documents';

/**
 * The library's views: the reader's notes, their documents, and the glossary. The address says which, so that
 * links lead there: `#note=ID` to one note, `#document=KEY` to those of one document, `#glossary=WORDS` to what the
 * glossary has for words.
 */
export function Views() {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const words = part(hash, 'glossary');
  const isGlossary = hash === GLOSSARY || words !== null;
  const isNotes = !isGlossary && hash !== DOCUMENTS;
  return (
    <>
      <nav class="views" aria-label={t('libraryViews')}>
        <a href="#notes" aria-current={isNotes ? 'page' : undefined}>
          {t('libraryViewNotes')}
        </a>
        <a href={DOCUMENTS} aria-current={hash === DOCUMENTS ? 'page' : undefined}>
          {t('libraryViewDocuments')}
        </a>
        <a href={GLOSSARY} aria-current={isGlossary ? 'page' : undefined}>
          {t('libraryViewGlossary')}
        </a>
      </nav>
      {isGlossary ? <GlossaryView key={hash} words={words ?? ''} /> : null}
      {hash === DOCUMENTS ? <DocumentsView /> : null}
      {isNotes ? <Library only={part(hash, 'note')} document={part(hash, 'document')} /> : null}
    </>
  );
}

/** What the address names; null where it names nothing of that sort, or nothing that can be read. */
function part(hash: string, name: 'note' | 'document' | 'glossary'): string | null {
  const start = `#${name}=`;
  if (!hash.startsWith(start)) return null;
  try {
    return decodeURIComponent(hash.slice(start.length)) || null;
  } catch {
    return null;
  }
}
