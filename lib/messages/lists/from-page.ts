import * as v from 'valibot';
import type { Choice, KnownRelation, Match, Status } from '../../catalogue/types.ts';
import type { Named } from '../../glossary/find.ts';
import type { Known } from '../../glossary/types.ts';
import type { ChangesSince } from '../../notes/reading-record.ts';
import type { Note, ReadingRecord } from '../../notes/types.ts';
import type { Sight as PageSight } from '../../page/types.ts';
import type { Settings } from '../../settings/types.ts';
import * as s from '../shapes.ts';

/** What a page's gate and reader may ask of the background: only things of their own tab's documents. */
export const fromPage = {
  /** The gate's verdict of a frame that is a document or about one. */
  'gate/saw': s.Sight,
  /** A reader has started and wants to know how to behave. */
  'reader/hello': v.object({}),
  /** The page is of no known template: Readability is needed in the reader's frame. */
  'reader/readability': v.object({}),
  /** The page, or a note on it, is in traditional script: the table of characters is needed in the reader's frame. */
  'reader/simplified': v.object({}),
  /** Something is to be shown on the page, or it has notes: what that takes is needed in the reader's frame. */
  'reader/page-ui': v.object({}),
  /** What was read: identity and fingerprints of each document on the page, never its text. */
  'reader/read': v.object({
    url: s.Address,
    documents: v.pipe(v.array(s.DocumentPart), v.maxLength(200)),
    main: v.pipe(v.number(), v.integer(), v.minValue(0)),
    fingerprints: s.Fingerprints,
    citations: v.pipe(
      v.array(v.object({ title: v.nullable(s.Cited), docNumber: v.nullable(s.Cited) })),
      v.maxLength(5000),
    ),
    deadlines: v.number(),
    terms: v.number(),
    /** The value of the page's own 有效性 field, where it has one. */
    validity: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(4000))), null),
  }),
  /** The notes of all the page's documents again, as after a return from the back-forward cache. */
  'reader/notes': v.object({}),
  /** A highlight without words, or a change of colour. */
  'note/highlight': v.object({ document: v.number(), anchor: s.Anchor, colour: s.Colour }),
  'note/recolour': v.object({ id: s.NoteId, colour: s.Colour }),
  /** Where a note belongs from now on: its text was changed, or lost and put to a selection by hand. */
  'note/place': v.object({ id: s.NoteId, anchor: s.Anchor }),
  'note/remove': v.object({ id: s.NoteId }),
  'note/restore': v.object({ id: s.NoteId }),
  /** Ticks a note's task off, or opens it again. */
  'note/tick': v.object({ id: s.NoteId, done: v.boolean() }),
  /** Opens what a note leads to, by the link's number, where it is not on this page. */
  'note/follow': v.object({ id: s.NoteId, link: s.TabId }),
  /** A citation of a place in a document. */
  'page/cite': v.object({ document: s.TabId, article: s.Anchor.entries.article }),
  /** Where each note stands on the page, for the library to show. */
  'reader/placed': v.object({
    places: v.pipe(v.array(v.object({ id: s.NoteId, state: s.AnchorState })), v.maxLength(100_000)),
  }),
  /** What a page is searched for: the glossary's words as numbers. */
  'glossary/words': v.object({}),
  /** Which terms those numbers stand for that were met on the page, each with the proof of it. */
  'glossary/named': v.object({ version: v.string(), met: s.Met }),
  /** All that is known of one term. */
  'glossary/entry': v.object({ id: s.EntryId }),
  /** Opens the editor for a new note (an anchor) or a stored one (an id). */
  'editor/open': v.object({
    id: v.nullable(s.NoteId),
    document: v.number(),
    anchor: v.nullable(s.Anchor),
    colour: s.Colour,
  }),
  /** Chrome only: open the side panel from a click on the page. */
  'panel/open': v.object({}),
} satisfies Record<string, v.GenericSchema>;

/** How one document of a page stands to the catalogue and the notes. */
export interface DocumentAnswer {
  /** Key under which its notes are kept. */
  key: string;
  catalogueId: string | null;
  status: Status;
  relations: KnownRelation[];
  /** Known documents that it may be, to be chosen from by the reader. */
  choices?: Choice[];
  /** The reader has chosen. */
  picked?: boolean;
  /** What differs from the text as it was when the first note was made; null where nothing does, or no note is. */
  since?: (ChangesSince & Pick<ReadingRecord, 'day' | 'address' | 'renewed'>) | null;
}

export interface FromPageReplies {
  'gate/saw': null;
  'reader/hello': {
    marksOn: boolean;
    settings: Settings;
    /** Facts of the top frame where the body is in an iframe; null where the reader is in the top frame. */
    topFacts: v.InferOutput<typeof s.PageFacts> | null;
    sight: PageSight | null;
    /** Whether a click on the page may open the side panel (Chrome), and the shortcut that does. */
    panelByClick: boolean;
    panelShortcut: string;
  };
  'reader/readability': null;
  'reader/simplified': null;
  'reader/page-ui': null;
  'reader/read': {
    documents: DocumentAnswer[];
    matches: Match[];
    /** For each citation sent: the catalogue id and status it is known as, or null. */
    citations: ({ id: string; status: Status } | null)[];
    notes: Note[];
  };
  'reader/notes': { notes: Note[] };
  'note/highlight': { note: Note };
  'note/recolour': { note: Note };
  'note/place': { note: Note };
  'note/remove': null;
  'note/restore': { note: Note };
  'note/tick': { note: Note };
  'note/follow': null;
  'page/cite': { citation: string };
  'reader/placed': null;
  /** Null where glossary terms are not to be marked; `words` is a packed table in base 64. */
  'glossary/words': { often: 'section' | 'every'; version: string; words: string } | null;
  /** Null where the glossary is another one by now. */
  'glossary/named': Named[] | null;
  'glossary/entry': EntryAnswer | null;
  'editor/open': { token: string };
  'panel/open': null;
}

/** A term of the glossary with what the catalogue knows of the documents that it speaks of. */
export interface EntryAnswer {
  entry: Known;
  documents: { id: string; title: string; docNumber: string | null; status: Status }[];
  /** The related terms that have an entry. */
  related: { id: string; term: string }[];
}
