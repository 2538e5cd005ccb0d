import type { Note } from '../lib/notes/types.ts';
import { notesOfAll, tagsInUse } from '../lib/store/read-notes.ts';
import { type Live, useLive } from './use-live.ts';

/** The notes of some documents, kept up to date. @param keys `NotedDocument.key` of each */
export function useNotesOf(keys: readonly string[]): Live<Note[]> {
  return useLive(() => notesOfAll(keys), keys.join('\n'));
}

/** Tags in use anywhere, the most used first; none while they are not known. */
export function useTags(): string[] {
  return useLive(() => tagsInUse(), '').value ?? [];
}
