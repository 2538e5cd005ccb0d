import { t } from '../../lib/i18n/t.ts';
import type { TabLook } from '../../lib/messages/lists.ts';

/** How much was found on the page, in three figures. */
export function Counts({ counts }: { counts: NonNullable<TabLook['counts']> }) {
  const figures: [string, number][] = [
    [t('panelDeadlines'), counts.deadlines],
    [t('panelTerms'), counts.terms],
    [t('panelNotes'), counts.notes],
  ];
  return (
    <dl class="counts">
      {figures.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}
