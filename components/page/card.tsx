import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { Floating } from './floating.tsx';
import type { Box } from './place.ts';

/** How the reader gets from a card to the side panel: Firefox does not let a click on a page open it. */
export interface PanelWay {
  byClick: boolean;
  /** The shortcut that opens it, as the browser writes it; empty where none is set. */
  shortcut: string;
  open: () => void;
}

interface Props {
  label: string;
  anchor: () => Box | null;
  panel: PanelWay;
  onClose: () => void;
  /** What is known of the marks at the place, one section each. */
  children: ComponentChildren;
}

/** The card that a mark opens. */
export function Card({ label, anchor, panel, onClose, children }: Props) {
  return (
    <Floating class="card" role="dialog" label={label} anchor={anchor} focus>
      <button type="button" class="close" aria-label={t('cardClose')} data-do="close" onClick={onClose}>
        ×
      </button>
      {children}
      <PanelFoot {...panel} />
    </Floating>
  );
}

function PanelFoot({ byClick, shortcut, open }: PanelWay) {
  if (byClick) {
    return (
      <footer class="card-foot">
        <button type="button" class="button plain" data-do="panel" onClick={open}>
          {t('cardOpenPanel')}
        </button>
      </footer>
    );
  }
  return shortcut ? <footer class="card-foot small soft">{t('cardPanelShortcut', shortcut)}</footer> : null;
}
