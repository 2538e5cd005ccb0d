import type { Match } from '../lib/catalogue/types.ts';
import { t } from '../lib/i18n/t.ts';
import type { TextDifferences as Found } from '../lib/messages/lists.ts';
import type { Span } from '../lib/reading/types.ts';
import { LongList } from './long-list.tsx';
import { PlaceRow } from './place-row.tsx';
import { coverageWords } from './words/coverage.ts';
import { quoted } from './words/title.ts';

interface Props {
  match: Match;
  /** In the page's words; null where the page was not compared. */
  found: Found | null;
  /** Said where there are several documents on the page. */
  titled: boolean;
  onGo: (place: Span) => void;
}

/** Whether a document stands on the page as it was published: what differs, what is missing, what was added. */
export function TextDifferences({ match, found, titled, onGo }: Props) {
  return (
    <div class="differences" data-document={match.id}>
      {titled ? <h3 lang="zh">{quoted(match.title)}</h3> : null}
      <p class="small">{summary(match, found)}</p>
      {found ? <DifferenceList found={found} onGo={onGo} /> : null}
    </div>
  );
}

function summary(match: Match, found: Found | null): string {
  if (!found) return t('differencesTooFew', coverageWords(match));
  const added = match.added?.length ?? 0;
  const differ = match.altered.length - added;
  if (match.altered.length + match.missing === 0) return t('differencesNone');
  return t('differencesFound', differ, match.missing, added);
}

type Row = { kind: 'altered'; at: Found['altered'][number] } | { kind: 'missing'; at: Found['gaps'][number] };

function DifferenceList({ found, onGo }: { found: Found; onGo: (place: Span) => void }) {
  const rows: Row[] = [
    ...found.altered.map((at): Row => ({ kind: 'altered', at })),
    ...found.gaps.map((at): Row => ({ kind: 'missing', at })),
  ].sort((a, b) => a.at.start - b.at.start);
  return (
    <LongList
      items={rows}
      row={(row, index) => (
        <PlaceRow key={index} kind={row.kind} onGo={() => onGo(placeOf(row))}>
          {row.kind === 'altered' ? (
            <>
              <span class="chip">{t(row.at.added ? 'differencesAdded' : 'differencesAltered')}</span>{' '}
              <span class="row-text" lang="zh">
                {row.at.text}
              </span>
            </>
          ) : (
            <>
              <span class="chip">{t('differencesMissing', row.at.count)}</span>{' '}
              <span class="row-text">{between(row.at)}</span>
            </>
          )}
        </PlaceRow>
      )}
    />
  );
}

/** A gap has no text of its own: the words after it are pointed out, at the end those before it. */
function placeOf(row: Row): Span {
  if (row.kind === 'altered') return { start: row.at.start, end: row.at.end };
  const { start, end, before, after } = row.at;
  return after ? { start: end, end: end + after.length } : { start: start - before.length, end: start };
}

function between({ before, after }: Found['gaps'][number]): string {
  if (!before) return t('differencesAtStart', after);
  if (!after) return t('differencesAtEnd', before);
  return t('differencesBetween', before, after);
}
