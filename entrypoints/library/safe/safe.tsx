import '../../../assets/styles/safe.css';
import { Section } from '../../../components/section.tsx';
import type { Toasts } from '../../../components/toast.tsx';
import { t } from '../../../lib/i18n/t.ts';
import { Backups } from './backups.tsx';
import { Bin } from './bin.tsx';
import { Erase } from './erase.tsx';
import { Overwritten } from './overwritten.tsx';
import { StoreState } from './store-state.tsx';

/** Everything that keeps notes from being lost, and the one way to lose them all. */
export function SafePart({ toasts }: { toasts: Toasts }) {
  return (
    <Section id="safe" title={t('safe')} open={false}>
      <div class="safe">
        <StoreState toasts={toasts} />
        <Backups toasts={toasts} />
        <Bin toasts={toasts} />
        <Overwritten toasts={toasts} />
        <Erase toasts={toasts} />
      </div>
    </Section>
  );
}
