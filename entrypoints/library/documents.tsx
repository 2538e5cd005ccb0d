import { useEffect, useState } from 'preact/hooks';
import { ExportButtons } from '../../components/export-buttons.tsx';
import { exportNotes } from '../../components/export-notes.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { saveFile } from '../../components/save-file.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import { ToastBar, type Toasts, useToasts } from '../../components/toast.tsx';
import { useLive } from '../../components/use-live.ts';
import { shortDateWords } from '../../components/words/date.ts';
import { stateWords } from '../../components/words/status.ts';
import type { Status } from '../../lib/catalogue/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { askFromOurs } from '../../lib/messages/send.ts';
import type { NotedDocument } from '../../lib/notes/types.ts';
import { today } from '../../lib/settings/today.ts';
import { documentsPage } from '../../lib/store/read-pages.ts';
import { nameOf } from './notes/filters.tsx';
import { Pager } from './notes/pager.tsx';
import { PageLink } from './page-link.tsx';
import { ReadingLogPart } from './reading-log.tsx';
import { useFiles } from './use-files.ts';

/** Documents shown at once. */
const PAGE = 50;

/** The documents that carry notes: what they are, whether they are in force, and how many notes they have. */
export function DocumentsView() {
  const toasts = useToasts();
  const { over } = useFiles(toasts);
  const [page, setPage] = useState(0);
  // One more than is shown tells whether there is a next page.
  const { value, problem } = useLive(() => documentsPage(PAGE + 1, page * PAGE), String(page));
  const rows = value?.slice(0, PAGE) ?? [];
  return (
    <>
      <main class="library" data-over={over}>
        <header class="library-head">
          <h1>{t('documentsTitle')}</h1>
        </header>
        <ProblemNotice words={problem} />
        {value?.length === 0 && page === 0 ? <p class="empty">{t('libraryEmpty')}</p> : null}
        {rows.map(({ document, notes }) => (
          <DocumentRow key={document.key} document={document} notes={notes} toasts={toasts} />
        ))}
        <Pager page={page} pages={value && value.length > PAGE ? page + 2 : page + 1} onPage={setPage} />
        <ReadingLogPart toasts={toasts} />
      </main>
      <ToastBar toasts={toasts} />
    </>
  );
}

interface Props {
  document: NotedDocument;
  notes: number;
  toasts: Toasts;
}

function DocumentRow({ document, notes, toasts: { attempt } }: Props) {
  const { key, docNumber, issuers, issued, lastRead, firstRead } = document;
  const status = useStatus(document.catalogueId);
  const name = nameOf(document);
  return (
    <article class="shelf" data-document={key}>
      <h2 lang="zh">
        <a href={`#document=${encodeURIComponent(key)}`}>{name}</a>
      </h2>
      <p class="small soft shelf-facts">
        {status ? <StatusBadge status={status} /> : null}
        {document.catalogueId === null ? <StateThen document={document} /> : null}
        <span class="count">{t('libraryNotes', notes)}</span>
        {docNumber ? <span lang="zh">{docNumber}</span> : null}
        {issuers.length > 0 ? <span lang="zh">{issuers.join('、')}</span> : null}
        {issued ? <span>{`${t('identityIssued')} ${shortDateWords(issued)}`}</span> : null}
        <span>{t('documentsFirstRead', shortDateWords(firstRead))}</span>
        <span>{t('libraryLastRead', shortDateWords(lastRead))}</span>
        <PageLink document={document} name={name} />
      </p>
      <ExportButtons
        label={t('exportThis')}
        onExport={(format) => attempt(async () => saveFile(await exportNotes([key], format)))}
      />
    </article>
  );
}

/** Of a document that the catalogue does not know: what was read of its being in force, and on which day. */
function StateThen({ document: { record, expires } }: { document: NotedDocument }) {
  const now = today();
  const isOver = expires !== null && expires < now;
  const state = isOver ? 'expired' : record?.state;
  if (!state || state === 'unknown') return null;
  return (
    <span>
      <span class="badge" data-state={state}>
        {stateWords(state)}
      </span>{' '}
      {isOver || !record ? null : t('documentsStateThen', shortDateWords(record.day))}
    </span>
  );
}

/** What the catalogue says today of a document that it knows; null where it does not, or not yet. */
function useStatus(id: string | null): Status | null {
  const [status, setStatus] = useState<Status | null>(null);
  useEffect(() => {
    if (id === null) return;
    let over = false;
    askFromOurs('catalogue/document', { id }).then(
      (known) => over || setStatus(known.status),
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [id]);
  return status;
}
