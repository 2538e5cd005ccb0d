import type { Match } from '../../lib/catalogue/types.ts';
import { t } from '../../lib/i18n/t.ts';

/** As which known document the text was recognised, and how much of it stands here. */
export function KnownMatch({ match }: { match: Match }) {
  const share = Math.round(match.coverage * 100);
  const changed = match.altered.length + match.missing;
  return (
    <p class="small soft known">
      {t('panelKnown')} <span lang="zh">《{match.title}》</span>
      {match.docNumber ? <span lang="zh"> {match.docNumber}</span> : null} {t('panelCoverage', share)}
      {changed > 0 ? ` ${t('panelAltered', match.altered.length, match.missing)}` : ''}
    </p>
  );
}
