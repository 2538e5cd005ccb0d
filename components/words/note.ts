import { type MessageKey, t } from '../../lib/i18n/t.ts';
import type { AnchorState, Colour } from '../../lib/notes/types.ts';

const COLOURS: Record<Colour, MessageKey> = {
  vermilion: 'colourVermilion',
  amber: 'colourAmber',
  jade: 'colourJade',
  indigo: 'colourIndigo',
};

const STATES: Record<AnchorState, MessageKey> = {
  exact: 'anchorExact',
  moved: 'anchorMoved',
  changed: 'anchorChanged',
  lost: 'anchorLost',
};

/** The name of a highlight's colour. */
export function colourWords(colour: Colour): string {
  return t(COLOURS[colour]);
}

/** Where a note's text was found again. */
export function anchorWords(state: AnchorState): string {
  return t(STATES[state]);
}
