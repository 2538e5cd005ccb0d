import { type MessageKey, t } from '../../lib/i18n/t.ts';
import type { AnchorState, Colour } from '../../lib/notes/types.ts';
import type { TaskFilter } from '../filter-notes.ts';

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

const TASKS: Record<TaskFilter, MessageKey> = {
  any: 'filterTaskAny',
  open: 'filterTaskOpen',
  soon: 'filterTaskSoon',
  overdue: 'taskOverdue',
  done: 'taskIsDone',
};

/** Which tasks are wanted. */
export function taskFilterWords(task: TaskFilter): string {
  return t(TASKS[task]);
}
