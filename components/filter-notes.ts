import type { AnchorState, Colour } from '../lib/notes/types.ts';
import { taskState } from './note-task.tsx';
import type { PlacedNote } from './order-notes.ts';

/** Which notes of a page are wanted; null where anything will do. */
export interface NoteFilter {
  colour: Colour | null;
  tag: string | null;
  state: AnchorState | null;
  task: TaskFilter | null;
}

/** `any`: every task; `open` holds those that are overdue too. */
export type TaskFilter = 'any' | 'open' | 'overdue' | 'done';

export const ALL_NOTES: NoteFilter = { colour: null, tag: null, state: null, task: null };

/** The notes that a filter leaves, in their order. @param day today in Asia/Shanghai, ISO */
export function filterNotes(notes: readonly PlacedNote[], filter: NoteFilter, day: string): PlacedNote[] {
  const { colour, tag, state, task } = filter;
  return notes.filter(
    ({ note, state: found }) =>
      (colour === null || note.colour === colour) &&
      (tag === null || note.tags.includes(tag)) &&
      (state === null || found === state) &&
      (task === null || fits(task, note.task && taskState(note.task, day))),
  );
}

function fits(wanted: TaskFilter, state: 'open' | 'overdue' | 'done' | null): boolean {
  if (state === null) return false;
  return wanted === 'any' || wanted === state || (wanted === 'open' && state === 'overdue');
}
