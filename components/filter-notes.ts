import type { Entry } from '../lib/notes/search.ts';
import type { AnchorState, Colour } from '../lib/notes/types.ts';
import { addDays } from '../lib/reading/calendar/days.ts';
import type { PlacedNote } from './order-notes.ts';

/** Which notes of a page are wanted; null where anything will do. */
export interface NoteFilter {
  colour: Colour | null;
  tag: string | null;
  state: AnchorState | null;
  task: TaskFilter | null;
}

/** `any`: every task; `open` holds those that are overdue or due soon too. */
export const TASK_FILTERS = ['any', 'open', 'soon', 'overdue', 'done'] as const;
export type TaskFilter = (typeof TASK_FILTERS)[number];

/** Days ahead within which a task is due soon, today the first of them. */
export const SOON = 7;

export const ALL_NOTES: NoteFilter = { colour: null, tag: null, state: null, task: null };

/** The notes that a filter leaves, in their order. @param day today in Asia/Shanghai, ISO */
export function filterNotes(notes: readonly PlacedNote[], filter: NoteFilter, day: string): PlacedNote[] {
  const { colour, tag, state, task } = filter;
  const fits = task && taskFitter(task, day);
  return notes.filter(
    ({ note, state: found }) =>
      (colour === null || note.colour === colour) &&
      (tag === null || note.tags.includes(tag)) &&
      (state === null || found === state) &&
      (!fits || (note.task !== null && fits(note.task.done ? 'done' : 'open', note.task.due))),
  );
}

/**
 * Tells of tasks whether they are wanted.
 *
 * @param day today in Asia/Shanghai, ISO
 */
export function taskFitter(
  wanted: TaskFilter,
  day: string,
): (task: Entry['task'], due: string | null) => boolean {
  const last = addDays(day, SOON - 1);
  return (task, due) => {
    if (task === 'none') return false;
    if (wanted === 'any' || wanted === task) return true;
    if (task === 'done' || due === null) return false;
    return wanted === 'overdue' ? due < day : wanted === 'soon' && due >= day && due <= last;
  };
}
