import type { FromPageReplies } from '../../lib/messages/lists.ts';
import { Problem } from '../../lib/messages/problem.ts';
import type { PageSender } from '../../lib/messages/senders.ts';
import type { Anchor, Colour, Note } from '../../lib/notes/types.ts';
import { changeSettings, readSettings } from '../../lib/settings/settings.ts';
import { noteById } from '../../lib/store/read-notes.ts';
import { editNote, putNote, removeNote, restoreNote } from '../../lib/store/write-notes.ts';
import { putInPlace } from './placed.ts';
import { allowStoring } from './private.ts';
import { documentOf, keysOf, pageOf } from './readers.ts';
import { tellNotesChanged } from './tell.ts';

/** What a page's reader does with notes: only with those of its own page's documents. */

/** Stores a highlight: a note without words. */
export async function highlight(
  { document, anchor, colour }: { document: number; anchor: Anchor; colour: Colour },
  sender: PageSender,
): Promise<FromPageReplies['note/highlight']> {
  const { facts } = await documentOf(sender, document);
  await allowStoring(sender.isPrivate);
  const draft = newNote(crypto.randomUUID(), facts.key, anchor);
  const note = await putNote({ ...draft, colour }, facts);
  putInPlace(note, sender);
  await rememberColour(colour);
  changed(note, sender.tab);
  return { note };
}

/** Changes a note's colour. */
export async function recolour(
  { id, colour }: { id: string; colour: Colour },
  sender: PageSender,
): Promise<FromPageReplies['note/recolour']> {
  await ownNote(id, sender);
  const note = await editNote(id, { colour }, now());
  changed(note, sender.tab);
  return { note };
}

/** Ticks a note's task off, or opens it again. */
export async function tick(
  { id, done }: { id: string; done: boolean },
  sender: PageSender,
): Promise<FromPageReplies['note/tick']> {
  const { task } = await ownNote(id, sender);
  if (!task) throw new Problem('problemNoteGone');
  const note = await editNote(id, { task: { ...task, done: done ? now() : null } }, now());
  changed(note, sender.tab);
  return { note };
}

/** Gives a note another place in its document. The old one is kept among the note's earlier versions. */
export async function place(
  { id, anchor }: { id: string; anchor: Anchor },
  sender: PageSender,
): Promise<FromPageReplies['note/place']> {
  await ownNote(id, sender);
  const note = await editNote(id, { anchor }, now());
  putInPlace(note, sender);
  changed(note, sender.tab);
  return { note };
}

/** Puts a note into the bin. */
export async function remove({ id }: { id: string }, sender: PageSender): Promise<null> {
  await ownNote(id, sender);
  changed(await removeNote(id, now()), sender.tab);
  return null;
}

/** Takes a note out of the bin. */
export async function restore(
  { id }: { id: string },
  sender: PageSender,
): Promise<FromPageReplies['note/restore']> {
  await ownNote(id, sender);
  const note = await restoreNote(id, now());
  changed(note, sender.tab);
  return { note };
}

/** A note of one of the documents on the sender's page. @throws Problem also where it is another document's */
export async function ownNote(id: string, sender: PageSender): Promise<Note> {
  const note = await noteById(id);
  const keys = keysOf(await pageOf(sender));
  if (!note || !keys.includes(note.document)) throw new Problem('problemNoteGone');
  return note;
}

/** A note of which nothing is written yet. */
export function newNote(id: string, document: string, anchor: Anchor): Note {
  const created = now();
  return {
    id,
    document,
    anchor,
    colour: 'vermilion',
    body: '',
    tags: [],
    task: null,
    links: [],
    created,
    updated: created,
    deleted: null,
  };
}

/** The colour last used is the next one's. */
export async function rememberColour(colour: Colour): Promise<void> {
  if ((await readSettings()).colour !== colour) await changeSettings((settings) => ({ ...settings, colour }));
}

/** A time stamp for now. */
export function now(): string {
  return new Date().toISOString();
}

/** Tells the readers of other tabs. Nobody waits for them: one may be asleep. */
export function changed(note: Note, except: number | null): void {
  tellNotesChanged([note.document], except).catch(() => undefined);
}
