import { t } from '../../lib/i18n/t.ts';
import { LongList } from '../long-list.tsx';
import { StatusBadge } from '../status-badge.tsx';
import { directionWords } from '../words/kind.ts';
import { quoted } from '../words/title.ts';
import { groupRelated, type Related } from './related.ts';

interface Props {
  /** The most important first. */
  related: readonly Related[];
  /** Goes to its place on the page, or shows what is known of it. */
  onOpen: (related: Related) => void;
  /** Shows what is known of it, though it has a place on the page. */
  onDetail: (id: string) => void;
}

/** Related documents by what they do to this one, or it to them. */
export function RelationList({ related, onOpen, onDetail }: Props) {
  return (
    <div class="relations">
      {groupRelated(related).map(({ relation, incoming, related: own }) => (
        <div key={`${relation} ${incoming}`}>
          <h3>
            {directionWords(relation, incoming)} <span class="count">{own.length}</span>
          </h3>
          <LongList
            items={own}
            row={(one, index) => (
              <li key={index} data-row="relation">
                <button type="button" class="row" onClick={() => onOpen(one)}>
                  <span class="row-head">
                    {one.status ? <StatusBadge status={one.status} /> : null}
                    {one.place && one.id !== null ? (
                      <span class="small soft">{t('relationOnPage')}</span>
                    ) : null}
                  </span>
                  <span class="row-main" lang="zh">
                    {one.title ? quoted(one.title) : ''}
                    {one.docNumber ?? ''}
                  </span>
                </button>
                {one.place && one.id !== null ? (
                  <button
                    type="button"
                    class="button plain"
                    data-do="detail"
                    onClick={() => onDetail(one.id ?? '')}
                  >
                    {t('relationMore')}
                    <span class="unseen">{` ${one.title ?? one.docNumber ?? ''}`}</span>
                  </button>
                ) : null}
              </li>
            )}
          />
        </div>
      ))}
    </div>
  );
}
