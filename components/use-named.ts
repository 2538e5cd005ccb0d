import { useEffect, useState } from 'preact/hooks';
import type { NamedNote } from '../lib/messages/lists.ts';
import type { NoteLink } from '../lib/notes/types.ts';
import type { Linking } from './linking.ts';

/** What the notes are called that links lead to, by their ids; empty until that is known. */
export function useNamed(links: readonly NoteLink[], name: Linking['name']): Map<string, NamedNote> {
  const [named, setNamed] = useState<Map<string, NamedNote>>(new Map());
  const ids = links.flatMap((link) => (link.kind === 'note' ? [link.id] : []));
  const about = ids.join(' ');
  useEffect(() => {
    if (ids.length === 0) return;
    let over = false;
    name(ids).then(
      (notes) => over || setNamed(new Map(notes.map((note) => [note.id, note]))),
      // A link without a name leads there all the same.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [about]);
  return named;
}
