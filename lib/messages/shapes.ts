import * as v from 'valibot';
import { LARGEST_PACK, MOST_ISSUERS } from '../catalogue/pack-facts.ts';
import { ANCHOR_STATES, COLOURS, MOST_RECORDED, MOST_TAGS } from '../notes/types.ts';

/**
 * Shapes that messages share. Everything that crosses from a page is checked against these in the
 * background: a site could have broken into its own renderer.
 */
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const maybe = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);

export const Address = text(4096);
export const Quote = text(100_000);

export const Span = v.object({ start: offset, end: offset });

export const Sight = v.object({
  verdict: v.picklist(['document', 'about', 'other']),
  kind: maybe(text(40)),
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  reasons: v.pipe(v.array(text(60)), v.maxLength(40)),
  textLength: offset,
});

export const PageFacts = v.object({
  pairs: v.pipe(v.array(v.object({ label: text(200), value: text(4000) })), v.maxLength(200)),
  title: maybe(text(2000)),
  heading: maybe(text(2000)),
  meta: v.record(text(200), text(4000)),
  breadcrumb: v.pipe(v.array(text(400)), v.maxLength(50)),
  url: maybe(Address),
});

export const Metadata = v.object({
  title: maybe(text(2000)),
  noticeTitle: maybe(text(2000)),
  docNumber: maybe(text(200)),
  issuers: v.pipe(v.array(text(400)), v.maxLength(60)),
  kind: maybe(text(40)),
  issued: maybe(text(10)),
  published: maybe(text(10)),
  effective: maybe(text(10)),
  expires: maybe(text(10)),
});

/** Issuers of a document with notes: a catalogue may know more of them than a page may tell. */
export const KnownIssuers = v.pipe(v.array(text(400)), v.maxLength(MOST_ISSUERS));

/** What a page calls another document: of what nothing can be called, the beginning. */
export const Cited = v.pipe(
  v.string(),
  v.transform((words) => words.slice(0, 2000)),
);

export const DocumentPart = v.object({ start: offset, end: offset, metadata: Metadata });

const hash = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff));
export const Fingerprints = v.object({
  hashes: v.pipe(v.array(hash), v.maxLength(200_000)),
  starts: v.pipe(v.array(offset), v.maxLength(200_000)),
  ends: v.pipe(v.array(offset), v.maxLength(200_000)),
  nears: v.pipe(v.array(hash), v.maxLength(200_000)),
  grams: v.pipe(v.array(hash), v.maxLength(200_000)),
  gramsAt: v.pipe(v.array(offset), v.maxLength(200_000)),
});

export const Anchor = v.object({
  quote: Quote,
  prefix: text(2000),
  suffix: text(2000),
  start: offset,
  end: offset,
  article: maybe(text(200)),
  sentence: v.optional(maybe(hash), null),
});

export const AnchorState = v.picklist(ANCHOR_STATES);
export const Colour = v.picklist(COLOURS);
export const Tags = v.pipe(v.array(text(100)), v.maxLength(MOST_TAGS));
export const NoteId = v.pipe(v.string(), v.uuid());
export const IsoDay = v.pipe(v.string(), v.isoDate());
export const Task = v.object({ due: maybe(IsoDay), done: maybe(v.pipe(v.string(), v.isoTimestamp())) });
export const CatalogueId = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
export const DocumentKey = text(4200);
export const Links = v.pipe(
  v.array(
    v.variant('kind', [
      v.object({ kind: v.literal('note'), id: NoteId }),
      v.object({ kind: v.literal('article'), document: DocumentKey, article: text(200) }),
    ]),
  ),
  v.maxLength(100),
);
/** Words to search notes by, and the ids of a few. */
export const Query = text(200);
export const FewNotes = v.pipe(v.array(NoteId), v.maxLength(100));
/** What the reader writes in a note; what is left out stays as it is. */
export const Written = v.object({
  body: text(1_000_000),
  tags: Tags,
  colour: Colour,
  task: v.optional(maybe(Task)),
  links: v.optional(Links),
});
/** What may be done to many notes at once. */
export const ManyChange = v.object({
  addTags: v.optional(Tags),
  removeTags: v.optional(Tags),
  colour: v.optional(Colour),
  document: v.optional(DocumentKey),
  deleted: v.optional(v.boolean()),
});
/** Sentence hashes of a text as it was read. */
export const Hashes = v.pipe(v.array(hash), v.maxLength(MOST_RECORDED));
const STATES = ['in-force', 'no-known-end', 'not-yet', 'expired', 'repealed', 'unknown'] as const;
/** What was read of a document, and when. */
export const ReadingRecord = v.object({
  day: IsoDay,
  address: Address,
  title: maybe(text(2000)),
  state: v.picklist(STATES),
  hashes: Hashes,
  renewed: v.optional(v.boolean()),
});
export const Body = text(1_000_000);
export const TabId = offset;
/** Places of words in the glossary's table with `proofOf` each, and the id of an entry. */
export const Met = v.pipe(v.array(v.tuple([offset, v.number()])), v.maxLength(20_000));
export const EntryId = text(200);
/** The id of a catalogue pack, and its file in base 64. */
export const PackId = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));
export const PackFile = v.pipe(v.string(), v.maxLength(Math.ceil(LARGEST_PACK / 3) * 4));

/** A catalogue's address as the reader typed it, and its key in hexadecimal. */
export const ShardAddress = v.pipe(v.string(), v.maxLength(2000));
export const ShardKey = v.pipe(v.string(), v.regex(/^[\da-f]{64}$/));
