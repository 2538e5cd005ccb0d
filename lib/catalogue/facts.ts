import * as v from 'valibot';
import { MOST_ISSUERS } from './pack-facts.ts';

/** A day that exists, as YYYY-MM-DD. */
export const Day = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((day) => {
    const date = new Date(`${day}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
  }, 'no such day'),
);
const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Id = text(200);
const Title = text(2000);
const DocNumber = text(200);
const Issuers = v.pipe(v.array(text(400)), v.maxLength(MOST_ISSUERS));

export const RELATIONS = [
  'basis',
  'repeals',
  'amends',
  'extends',
  'attaches',
  'interprets',
  'cites',
] as const;

/** What a document does to another one, as a person writes it down: by id, or by title and number. */
const Relation = v.strictObject({
  type: v.picklist(RELATIONS),
  id: v.optional(Id),
  title: v.optional(Title),
  docNumber: v.optional(DocNumber),
  /** For `extends`: the day until which the other document is valid. */
  until: v.optional(Day),
  where: v.optional(v.nullable(text(200))),
});

const facts = {
  id: Id,
  title: v.nullable(Title),
  noticeTitle: v.optional(v.nullable(Title), null),
  docNumber: v.optional(v.nullable(DocNumber), null),
  otherTitles: v.optional(v.array(Title), []),
  otherNumbers: v.optional(v.array(DocNumber), []),
  issuers: v.optional(Issuers, []),
  kind: v.optional(v.nullable(text(40)), null),
  issued: v.optional(v.nullable(Day), null),
  published: v.optional(v.nullable(Day), null),
  effective: v.optional(v.nullable(Day), null),
  expires: v.optional(v.nullable(Day), null),
  relations: v.optional(v.array(Relation), []),
};

/** A document whose text was fingerprinted, and one known only from what others say of it. */
export const DocumentFacts = v.strictObject({
  ...facts,
  where: v.optional(v.record(v.string(), v.string()), {}),
  /** Lines at the head and tail of the text file that are a site's, not the document's. */
  siteLines: v.optional(v.object({ head: count, tail: count }), { head: 0, tail: 0 }),
});
export const NamedFacts = v.strictObject({
  ...facts,
  from: v.optional(v.object({ document: Id, where: text(200) })),
});

/**
 * A facts file: what is known of documents, each fact as their texts say it, null for what they do not
 * say, and where it stands. A person corrects it by hand.
 */
export const FactsFile = v.strictObject({
  /** The day up to which this catalogue knows of repeals and amendments. */
  asOf: Day,
  documents: v.array(DocumentFacts),
  named: v.optional(v.array(NamedFacts), []),
});
export type FactsFile = v.InferOutput<typeof FactsFile>;
export type Facts = FactsFile['documents'][number] | FactsFile['named'][number];

const orNull = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema), null);
/** What the compiled catalogue keeps of a document. Relations point at other entries by their place. */
export const Entry = v.object({
  id: Id,
  title: orNull(Title),
  noticeTitle: orNull(Title),
  docNumber: orNull(DocNumber),
  otherTitles: v.optional(v.array(Title), []),
  otherNumbers: v.optional(v.array(DocNumber), []),
  issuers: v.optional(Issuers, []),
  kind: orNull(text(40)),
  issued: orNull(Day),
  published: orNull(Day),
  effective: orNull(Day),
  expires: orNull(Day),
  relations: v.optional(
    v.array(
      v.object({
        type: v.picklist(RELATIONS),
        to: v.pipe(v.number(), v.integer(), v.minValue(0)),
        until: v.optional(Day),
      }),
    ),
    [],
  ),
});
export type Entry = v.InferOutput<typeof Entry>;

/** The readable part of a compiled catalogue: who made it of what, and the facts. */
export const Contents = v.object({
  name: text(200),
  asOf: Day,
  /** Entries that have fingerprints come first, in the order of their fingerprints. */
  entries: v.array(Entry),
});
export type Contents = v.InferOutput<typeof Contents>;
