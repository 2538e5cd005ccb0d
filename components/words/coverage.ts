import type { Match } from '../../lib/catalogue/types.ts';
import { t } from '../../lib/i18n/t.ts';

/** How much of a known document stands on a page. Less than all of it is never rounded up to all. */
export function coverageWords({ coverage }: Pick<Match, 'coverage'>): string {
  const share = coverage < 1 ? Math.min(99, Math.max(1, Math.round(coverage * 100))) : 100;
  return t('panelCoverage', share);
}
