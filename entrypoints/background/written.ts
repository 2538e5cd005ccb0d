import type * as v from 'valibot';
import type * as s from '../../lib/messages/shapes.ts';
import type { NoteChange } from '../../lib/store/write-notes.ts';

/** What the reader wrote in a note, as messages carry it. */
export type Written = v.InferOutput<typeof s.Written>;

/** A change of only what a message spoke of: the store would write what is there and undefined, too. */
export function setOnly({ task, links, ...rest }: Written): NoteChange {
  return { ...rest, ...(task === undefined ? {} : { task }), ...(links === undefined ? {} : { links }) };
}
