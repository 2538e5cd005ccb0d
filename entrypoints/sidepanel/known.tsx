import { Ends } from '../../components/ends.tsx';
import { coverageWords } from '../../components/words/coverage.ts';
import { quoted } from '../../components/words/title.ts';
import type { Match } from '../../lib/catalogue/types.ts';
import { t } from '../../lib/i18n/t.ts';
import type { Span } from '../../lib/reading/types.ts';

interface Props {
  match: Match;
  onGo: (place: Span) => void;
}

/** As which known document the text was recognised, how much of it stands here, and from where to where. */
export function KnownMatch({ match, onGo }: Props) {
  return (
    <p class="small soft known">
      {t('panelKnown')} <span lang="zh">{quoted(match.title)}</span>
      {match.docNumber ? <span lang="zh"> {match.docNumber}</span> : null} {coverageWords(match)}{' '}
      <Ends place={match} name={match.title} onGo={onGo} />
    </p>
  );
}
