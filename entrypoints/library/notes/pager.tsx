import { t } from '../../../lib/i18n/t.ts';

interface Props {
  /** From 0. */
  page: number;
  pages: number;
  onPage: (page: number) => void;
}

/** Goes through a list of any length page by page: what is on the screen stays small. */
export function Pager({ page, pages, onPage }: Props) {
  if (pages < 2) return null;
  return (
    <nav class="buttons" aria-label={t('pagerName')}>
      <button
        type="button"
        class="button"
        data-do="page-before"
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      >
        {t('pagerBefore')}
      </button>
      <span class="small soft">{t('pagerAt', page + 1, pages)}</span>
      <button
        type="button"
        class="button"
        data-do="page-next"
        disabled={page >= pages - 1}
        onClick={() => onPage(page + 1)}
      >
        {t('pagerNext')}
      </button>
    </nav>
  );
}
