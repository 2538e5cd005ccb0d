import type { ReaderView } from '../../components/watch-reader.ts';
import { t } from '../../lib/i18n/t.ts';
import { isOfficial } from '../../lib/settings/official.ts';

interface Props {
  view: ReaderView;
  onRead: () => void;
  onReload: () => void;
  onAllow: () => void;
}

/** What the panel says while there is nothing to list: why, and the one thing that can be done about it. */
export function PhaseNotice({ view, onRead, onReload, onAllow }: Props) {
  const isLookedAt = isOfficial(view.look?.url ?? null);
  switch (view.phase) {
    case 'asking':
    case 'reading':
      return <Notice text={t('panelReading')} />;
    case 'unread':
      return (
        <Notice
          text={t(isLookedAt ? 'panelUnread' : 'verdictElsewhere')}
          action={t('readByHand')}
          name="read"
          onAction={onRead}
        />
      );
    case 'no-access':
      return <Notice text={t('noAccess')} action={t('allowAgain')} name="allow" onAction={onAllow} />;
    case 'closed':
      return <Notice text={t('closedPage')} />;
    case 'gone':
      return <Notice text={t('panelGone')} action={t('panelReload')} name="reload" onAction={onReload} />;
    case 'shut':
      return <Notice text={t('panelShut')} />;
    case 'failed':
      return <Notice text={view.problem ?? t('problemUnexpected')} />;
    case 'ready':
      return null;
  }
}

interface NoticeProps {
  text: string;
  action?: string;
  name?: string;
  onAction?: () => void;
}

function Notice({ text, action, name, onAction }: NoticeProps) {
  return (
    <div class="notice">
      <p>{text}</p>
      {action ? (
        <button type="button" class="button main" data-do={name} onClick={onAction}>
          {action}
        </button>
      ) : null}
    </div>
  );
}
