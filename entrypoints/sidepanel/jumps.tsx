import { openSection } from '../../components/section.tsx';
import { t } from '../../lib/i18n/t.ts';

export interface Jump {
  id: string;
  title: string;
  count: number;
}

/** Links to the panel's parts with how much each holds; parts with nothing in them are left out. */
export function Jumps({ jumps }: { jumps: Jump[] }) {
  return (
    <nav class="jumps" aria-label={t('panelParts')}>
      {jumps
        .filter(({ count }) => count > 0)
        .map(({ id, title, count }) => (
          <a key={id} href={`#${id}`} onClick={() => openSection(id)}>
            {title} <span class="count">{count}</span>
          </a>
        ))}
    </nav>
  );
}
