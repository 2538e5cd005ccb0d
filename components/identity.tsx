import type { Status } from '../lib/catalogue/types.ts';
import { type MessageKey, t } from '../lib/i18n/t.ts';
import type { Metadata } from '../lib/reading/types.ts';
import { StatusBadge } from './status-badge.tsx';
import { shortDateWords } from './words/date.ts';
import { disagreementWords, reasonWords } from './words/status.ts';

const DATES = [
  ['issued', 'identityIssued'],
  ['published', 'identityPublished'],
  ['effective', 'identityEffective'],
  ['expires', 'identityExpires'],
] as const satisfies [keyof Metadata, MessageKey][];

interface Props {
  metadata: Metadata;
  /** Null while the catalogue has not answered. */
  status: Status | null;
  /** Of its title among the headings of the page. */
  level?: 2 | 3;
}

/** Which document this is and whether it is in force: names and dates as the document has them. */
export function Identity({ metadata, status, level = 2 }: Props) {
  const { title, noticeTitle, docNumber, issuers, kind } = metadata;
  const Title = `h${level}` as const;
  const facts: [string, string][] = [];
  if (docNumber) facts.push([t('identityNumber'), docNumber]);
  if (issuers.length > 0) facts.push([t('identityIssuers'), issuers.join('、')]);
  return (
    <div class="identity">
      <Title class="document-title" lang={title ? 'zh' : undefined}>
        {title ?? t('identityUntitled')}
      </Title>
      {noticeTitle && noticeTitle !== title ? (
        <p class="soft small" lang="zh">
          {noticeTitle}
        </p>
      ) : null}
      {status ? (
        <div class="identity-status">
          <StatusBadge status={status} />{' '}
          <span class="small soft">{t('statusAsOf', shortDateWords(status.asOf))}</span>
          <p class="reason small">{reasonWords(withoutDisagreement(status))}</p>
          {status.disagrees ? <p class="disagrees small">{disagreementWords(status)}</p> : null}
        </div>
      ) : null}
      <dl class="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd lang="zh">{value}</dd>
          </div>
        ))}
        {kind ? (
          <div>
            <dt>{t('identityKind')}</dt>
            <dd lang="zh">
              {/* What such a document is and whom it binds. */}
              <a href={`/library.html#glossary=${encodeURIComponent(kind)}`} target="_blank" rel="noreferrer">
                {kind}
              </a>
            </dd>
          </div>
        ) : null}
        {DATES.map(([field, label]) => {
          const day = metadata[field];
          return day ? (
            <div key={field}>
              <dt>{t(label)}</dt>
              <dd>{shortDateWords(day)}</dd>
            </div>
          ) : null;
        })}
      </dl>
    </div>
  );
}

/** It is said apart, where it is seen. */
function withoutDisagreement({ disagrees: _, ...status }: Status): Status {
  return status;
}
