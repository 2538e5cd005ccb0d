import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { GlossaryView } from './glossary/view.tsx';
import { Library } from './library.tsx';

const GLOSSARY = '#glossary';

/** The library's views: the reader's notes, and the glossary. The address says which, so that links lead there. */
export function Views() {
  const [isGlossary, setGlossary] = useState(location.hash === GLOSSARY);
  useEffect(() => {
    const follow = () => setGlossary(location.hash === GLOSSARY);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return (
    <>
      <nav class="views" aria-label={t('libraryViews')}>
        <a href="#notes" aria-current={isGlossary ? undefined : 'page'}>
          {t('libraryViewNotes')}
        </a>
        <a href={GLOSSARY} aria-current={isGlossary ? 'page' : undefined}>
          {t('libraryViewGlossary')}
        </a>
      </nav>
      {isGlossary ? <GlossaryView /> : <Library />}
    </>
  );
}
