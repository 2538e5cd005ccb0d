import type { NotedDocument } from '../notes/types.ts';
import { type NotesFile, toJson } from './json.ts';

/** Characters of a piece without indents. With them, and three bytes each, a message of 64 MB still holds it. */
const PIECE = 8_000_000;

/**
 * Divides what is too large for one message: each piece is a file of its own that `fromJson` reads, with the
 * documents of its notes. The reader's own glossary comes with the first.
 *
 * @param exported the moment, ISO
 * @param most characters of a piece
 */
export function* pieces(file: NotesFile, exported: string, most = PIECE): Generator<string> {
  const documents = new Map(file.documents.map((document) => [document.key, document]));
  const ordered = [...file.notes].sort((a, b) => (a.document < b.document ? -1 : 1));
  let piece: NotesFile = { documents: [], notes: [], terms: file.terms ?? [] };
  let size = JSON.stringify(piece.terms).length;
  let held: NotedDocument | undefined;
  for (const note of ordered) {
    const document = documents.get(note.document);
    const own = JSON.stringify(note).length;
    const more = document && document !== held ? JSON.stringify(document).length : 0;
    if (piece.notes.length > 0 && size + own + more > most) {
      yield toJson(piece, exported);
      piece = { documents: [], notes: [] };
      size = 0;
      held = undefined;
    }
    if (document && document !== held) {
      piece.documents.push(document);
      size += JSON.stringify(document).length;
      held = document;
    }
    piece.notes.push(note);
    size += own;
  }
  yield toJson(piece, exported);
}
