import type { Known } from '../lib/glossary/types.ts';
import { t } from '../lib/i18n/t.ts';
import type { EntryAnswer } from '../lib/messages/lists.ts';
import { StatusBadge } from './status-badge.tsx';
import { englishFirst } from './words/entry.ts';

/** Rows shown at once; the others are a click away. */
const FIRST = 4;

interface Props {
  entry: Pick<Known, 'sources' | 'mentions' | 'elsewhere'>;
  documents: EntryAnswer['documents'];
}

/** Where what an entry says is laid down, and which known documents speak of the term. */
export function EntryDocuments({ entry, documents }: Props) {
  const known = new Map(documents.map((one) => [one.id, one]));
  const laws = entry.sources.flatMap((one) => ('law' in one ? [one] : []));
  const cited = entry.sources.flatMap((one) => ('doc' in one ? [one] : []));
  const sources = new Set(cited.map(({ doc }) => doc));
  const places = [...cited, ...entry.mentions.filter(({ doc }) => !sources.has(doc))];
  const rows = places.flatMap(({ doc, at }) => {
    const document = known.get(doc);
    return document ? [<Row key={`${doc} ${at}`} document={document} at={at} />] : [];
  });
  return (
    <>
      {entry.elsewhere.length > 0 ? (
        <>
          <h3>{t('entryElsewhere')}</h3>
          <ul class="others">
            {entry.elsewhere.map(({ doc, at, zh, en }) => (
              <li key={`${doc} ${at}`}>
                {englishFirst() ? <p lang="en">{en}</p> : <p lang="zh">{zh}</p>}
                <p class="small soft" lang="zh">
                  {known.get(doc)?.title ?? doc} {at}
                </p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {laws.length > 0 ? (
        <>
          <h3>{t('entryLaws')}</h3>
          <ul class="others small" lang="zh">
            {laws.map(({ law, article }) => (
              <li key={law + article}>
                《{law}》{article}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {rows.length > 0 ? (
        <>
          <h3>{t('entryMentions', rows.length)}</h3>
          <ul class="others small">{rows.slice(0, FIRST)}</ul>
          {rows.length > FIRST ? (
            <details class="small">
              <summary class="entry-more">{t('entryMoreMentions', rows.length - FIRST)}</summary>
              <ul class="others">{rows.slice(FIRST)}</ul>
            </details>
          ) : null}
        </>
      ) : null}
    </>
  );
}

function Row({ document, at }: { document: EntryAnswer['documents'][number]; at: string }) {
  return (
    <li>
      <span lang="zh">
        《{document.title}》{at}
      </span>{' '}
      <StatusBadge status={document.status} />
    </li>
  );
}
