import type { Note, NotedDocument } from '../lib/notes/types.ts';
import { type Live, useLive } from './use-live.ts';
export function useNotesOf(keys: readonly string[]): Live<Note[]> {
  return useLive(async () => [], keys.join('\n'));
}
export function useAllNotes(): Live<{ documents: NotedDocument[]; notes: Note[] }> {
  return useLive(async () => ({ documents: [], notes: [] }), '');
}
