import { useId } from 'preact/hooks';
import type { Status } from '../../lib/catalogue/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { directionWords } from '../words/kind.ts';
import { stateWords } from '../words/status.ts';
import { layOut, lineBetween, MOST, type Rect, titleLines, WIDTH } from './layout.ts';
import { isOver, type Related } from './related.ts';

interface Props {
  /** Of the document in the middle. */
  title: string;
  /** The most important first. */
  related: readonly Related[];
  onOpen: (related: Related) => void;
}

const FONT = 13;

/** A document in the middle and what it is related to around it. The list beneath says the same in words. */
export function RelationPicture({ title, related, onOpen }: Props) {
  const arrow = useId();
  const shown = related.slice(0, MOST);
  const { height, middle, cells } = layOut(shown.map(({ incoming }) => incoming));
  const label = t('relationsPicture', title, shown.length);
  return (
    <figure class="relations-picture">
      {/* biome-ignore lint/a11y/useSemanticElements: a picture can't be a fieldset */}
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="group" aria-label={label}>
        <defs>
          <marker
            id={arrow}
            viewBox="0 0 8 8"
            refX="8"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path class="relation-arrow" d="M0 0 8 4 0 8z" />
          </marker>
        </defs>
        {shown.map((one, k) => {
          const cell = cells[k] as Rect;
          const line = one.incoming ? lineBetween(cell, middle) : lineBetween(middle, cell);
          return <line key={k} {...line} class="relation-line" marker-end={`url(#${arrow})`} />;
        })}
        <g class="relation-middle" lang="zh">
          <rect {...middle} rx="6" />
          <Lines lines={titleLines(title, middle.width / FONT - 0.6, 3)} rect={middle} />
        </g>
        {shown.map((one, k) => (
          <Node key={k} related={one} rect={cells[k] as Rect} onOpen={() => onOpen(one)} />
        ))}
      </svg>
    </figure>
  );
}

function Node({ related, rect, onOpen }: { related: Related; rect: Rect; onOpen: () => void }) {
  const { relation, incoming, title, docNumber, status } = related;
  const name = title ?? docNumber ?? '';
  const words = directionWords(relation, incoming);
  const label = [words, name, status ? stateWords(status.state) : ''].filter(Boolean).join(' · ');
  return (
    // biome-ignore lint/a11y/useSemanticElements: there are no buttons inside a picture
    <g
      role="button"
      tabindex={0}
      aria-label={label}
      class="relation-node"
      data-over={isOver(status)}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onOpen();
      }}
    >
      <title>{label}</title>
      <rect {...rect} rx="6" />
      <text class="relation-kind" x={rect.x + 7} y={rect.y + 16}>
        {words}
      </text>
      <g lang="zh">
        {titleLines(name, (rect.width - 12) / (FONT - 1), 2).map((line, k) => (
          <text key={k} class="relation-title" x={rect.x + 7} y={rect.y + 33 + k * 15}>
            {line}
          </text>
        ))}
      </g>
      {status && status.state !== 'unknown' ? (
        <StateSign state={status.state} x={rect.x + rect.width - 5} y={rect.y + 2} />
      ) : null}
    </g>
  );
}

/** Signs that differ in shape, for readers who do not tell colours apart. */
const SIGNS: Record<Exclude<Status['state'], 'unknown'>, string> = {
  'in-force': 'M-3 0-1 2.5 3-2.5',
  repealed: 'M-2.5-2.5 2.5 2.5M2.5-2.5-2.5 2.5',
  expired: 'M-2.5-2.5 2.5 2.5M2.5-2.5-2.5 2.5',
  'not-yet': 'M0-3V0.5H2.5',
  'no-known-end': 'M-3 0H3',
};

function StateSign({ state, x, y }: { state: keyof typeof SIGNS; x: number; y: number }) {
  return (
    <g class="relation-state" data-state={state} transform={`translate(${x} ${y})`}>
      <circle r="6.5" />
      <path d={SIGNS[state]} />
    </g>
  );
}

function Lines({ lines, rect }: { lines: string[]; rect: Rect }) {
  const top = rect.y + rect.height / 2 - ((lines.length - 1) * 16) / 2 + FONT * 0.36;
  return (
    <>
      {lines.map((line, k) => (
        <text key={k} x={rect.x + rect.width / 2} y={top + k * 16} text-anchor="middle">
          {line}
        </text>
      ))}
    </>
  );
}
