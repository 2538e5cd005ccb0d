import { type MessageKey, t } from '../../lib/i18n/t.ts';
import type { TabLook } from '../../lib/messages/lists.ts';
import type { Verdict as PageVerdict } from '../../lib/page/types.ts';
import { isOfficial } from '../../lib/settings/official.ts';

const VERDICTS: Record<PageVerdict, MessageKey> = {
  document: 'verdictDocument',
  about: 'verdictAbout',
  other: 'verdictOther',
};

/** What the page is, in one sentence. @param look null while nothing is known */
export function Verdict({ look }: { look: TabLook | null }) {
  return <p class="verdict">{t(verdictKey(look))}</p>;
}

function verdictKey(look: TabLook | null): MessageKey {
  if (!look) return 'popupLooking';
  if (look.state === 'closed') return 'closedPage';
  if (look.state === 'no-access') return 'noAccess';
  if (look.state === 'reading' && look.sight?.verdict === 'other') return 'verdictByHand';
  if (look.sight) return VERDICTS[look.sight.verdict];
  if (look.main) return 'verdictByHand';
  return isOfficial(look.url) ? 'verdictOther' : 'verdictElsewhere';
}
