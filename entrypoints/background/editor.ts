import type { EditorDraft, FromOursReplies, FromPageReplies } from '../../lib/messages/lists.ts';
import { Problem } from '../../lib/messages/problem.ts';
import type { OwnSender, PageSender } from '../../lib/messages/senders.ts';
import type { Anchor, Colour, Note } from '../../lib/notes/types.ts';
import { noteById, documentOf as storedDocument, tagsInUse } from '../../lib/store/read-notes.ts';
import { editNote, type NoteChange, putNote } from '../../lib/store/write-notes.ts';
import { changeDraft, type Draft, draftOf, dropDraft, keepDraft } from './drafts.ts';
import * as findNotes from './find-notes.ts';
import { changed, newNote, now, ownNote, rememberColour } from './page-notes.ts';
import { allowStoring } from './private.ts';
import { documentOf } from './readers.ts';
import { hint } from './tell.ts';
import { setOnly, type Written } from './written.ts';

/** The editor's way: a reader opens it, its frame claims what it is about, saves as often as needed, closes. */

/** A reader wants a new or a stored note written. @returns the token for the editor's frame */
export async function open(
  {
    id,
    document,
    anchor,
    colour,
  }: { id: string | null; document: number; anchor: Anchor | null; colour: Colour },
  sender: PageSender,
): Promise<FromPageReplies['editor/open']> {
  const { tab, frame, isPrivate } = sender;
  const place = { tab, frame, isPrivate };
  if (id !== null) {
    const note = await ownNote(id, sender);
    const facts = (await storedDocument(note.document)) ?? (await documentOf(sender, document)).facts;
    const { anchor, colour } = note;
    return { token: await keepDraft({ ...place, id, stored: true, document: facts, anchor, colour }) };
  }
  if (!anchor) throw new Problem('problemRefused');
  const { facts } = await documentOf(sender, document);
  const fresh = { id: crypto.randomUUID(), stored: false, document: facts, anchor, colour };
  return { token: await keepDraft({ ...place, ...fresh }) };
}

/** An editor has started. Its token is good once, and in its own tab only. */
export async function claim({ token }: { token: string }, sender: OwnSender): Promise<EditorDraft> {
  const draft = await changeDraft(token, (kept) =>
    kept.claimed || !isIts(kept, sender) ? null : { ...kept, claimed: true },
  );
  if (!draft) throw new Problem('problemDraftGone');
  const note = draft.stored ? await noteById(draft.id) : null;
  const { anchor, document, isPrivate } = draft;
  return {
    id: draft.stored ? draft.id : null,
    quote: anchor.quote,
    article: anchor.article,
    title: document.title ?? document.noticeTitle,
    body: note?.body ?? '',
    tags: note?.tags ?? [],
    colour: note?.colour ?? draft.colour,
    task: note?.task ?? null,
    links: note?.links ?? [],
    page: { tab: draft.tab, frame: draft.frame },
    // Without them there is no completion, which is no reason not to write.
    knownTags: await tagsInUse().catch(() => []),
    isPrivate,
  };
}

/** Stores what was written. The draft stays until the editor is closed: an answer may get lost on its way. */
export async function save(
  { token, ...written }: { token: string } & Written,
  sender: OwnSender,
): Promise<FromOursReplies['editor/save']> {
  const draft = await claimed(token, sender);
  const note = await store(draft, setOnly(written));
  await changeDraft(token, (kept) => ({ ...kept, stored: true }));
  await rememberColour(written.colour);
  changed(note, null);
  hint(draft.tab, draft.frame, 'reader/editor-closed', { token });
  return { note };
}

/** Notes that the one being written may link to. */
export async function find(
  { token, query }: { token: string; query: string },
  sender: OwnSender,
): Promise<FromOursReplies['editor/find']> {
  await claimed(token, sender);
  return findNotes.find({ query });
}

/** What the notes are called that the one being written links to. */
export async function name(
  { token, ids }: { token: string; ids: string[] },
  sender: OwnSender,
): Promise<FromOursReplies['editor/named']> {
  await claimed(token, sender);
  return findNotes.name({ ids });
}

/** The editor is done. */
export async function close({ token }: { token: string }, sender: OwnSender): Promise<null> {
  const draft = await draftOf(token);
  if (!draft || !isIts(draft, sender)) return null;
  await dropDraft(token);
  hint(draft.tab, draft.frame, 'reader/editor-closed', { token });
  return null;
}

async function store(draft: Draft, written: NoteChange): Promise<Note> {
  if (draft.stored) return editNote(draft.id, written, now());
  await allowStoring(draft.isPrivate);
  const note = newNote(draft.id, draft.document.key, draft.anchor);
  return putNote({ ...note, ...written }, draft.document);
}

/** The draft that an editor has claimed. @throws Problem for another one's, and for none */
async function claimed(token: string, sender: OwnSender): Promise<Draft> {
  const draft = await draftOf(token);
  if (!draft?.claimed || !isIts(draft, sender)) throw new Problem('problemDraftGone');
  return draft;
}

/** The editor's frame stands in the tab that it was opened in; the side panel stands in none. */
function isIts(draft: Draft, sender: OwnSender): boolean {
  return sender.tab === null || sender.tab === draft.tab;
}
