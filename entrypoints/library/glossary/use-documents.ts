import { useEffect, useState } from 'preact/hooks';
import { byPinyin } from '../../../lib/glossary/pinyin.ts';
import { askFromOurs } from '../../../lib/messages/send.ts';
import type { Listed } from './entries.ts';

/** The known documents that speak of terms, id and title, in the order of their titles; none until they are known. */
export function useDocuments(entries: readonly Listed[] | null): (readonly [id: string, title: string])[] {
  const [documents, setDocuments] = useState<(readonly [string, string])[]>([]);
  const ready = entries !== null;
  useEffect(() => {
    if (!entries) return;
    const ids = new Set(
      entries.flatMap(({ entry }) =>
        [...entry.sources, ...entry.mentions].flatMap((one) => ('doc' in one ? [one.doc] : [])),
      ),
    );
    let gone = false;
    Promise.all([...ids].map(titled)).then((all) => {
      if (!gone) setDocuments(all.sort(([, a], [, b]) => byPinyin(a, b)));
    });
    return () => {
      gone = true;
    };
    // Own entries come and go, the documents stay.
  }, [ready]);
  return documents;
}

async function titled(id: string): Promise<readonly [string, string]> {
  try {
    const { document } = await askFromOurs('catalogue/document', { id });
    return [id, document.title ?? document.noticeTitle ?? document.docNumber ?? id];
  } catch {
    // A document that the catalogue does not know goes by its id.
    return [id, id];
  }
}
