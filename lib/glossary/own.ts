import * as v from 'valibot';
import { keyOf } from './key.ts';
import { KINDS, type OwnEntry } from './types.ts';

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most));
const Moment = v.pipe(v.string(), v.isoTimestamp());

/** Longer than any term that the matcher looks for. */
const Term = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(60),
  v.check((term) => keyOf(term).length >= 2, 'too short'),
);

/**
 * An entry of the reader's own, from a message or a file. Its key is made anew: nobody else's word counts
 * for that.
 */
export const OwnEntrySchema = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.uuid()),
    hidden: v.boolean(),
    term: Term,
    aliases: v.pipe(v.array(Term), v.maxLength(30)),
    kind: v.picklist(KINDS),
    zh: text(2000),
    en: text(300),
    enText: text(2000),
    where: v.nullable(text(200)),
    created: Moment,
    updated: Moment,
  }),
  v.check(({ hidden, zh, en, enText }) => hidden || Boolean(zh || en || enText), 'says nothing'),
  v.transform((entry): OwnEntry => ({ ...entry, key: keyOf(entry.term) })),
);

/** What is to be done with the reader's own entries; what undoes it has the same form. */
export const OwnChange = v.object({
  put: v.pipe(v.array(OwnEntrySchema), v.maxLength(20_000)),
  remove: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(20_000)),
});
export type OwnChange = v.InferOutput<typeof OwnChange>;
