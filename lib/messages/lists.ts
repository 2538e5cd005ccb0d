import * as v from 'valibot';
import type { StoredPack } from '../catalogue/pack-facts.ts';
import type { Progress } from '../catalogue/shards/whole.ts';
import type { Choice, KnownDocument, KnownRelation, Match, Status } from '../catalogue/types.ts';
import type { Named } from '../glossary/find.ts';
import { OwnChange } from '../glossary/own.ts';
import type { Known } from '../glossary/types.ts';
import type { ChangesSince } from '../notes/reading-record.ts';
import type { AnchorState, Note, NotedDocument, ReadingRecord } from '../notes/types.ts';
import type { Sight as PageSight } from '../page/types.ts';
import type { Citation, Deadline, Duty, Metadata, OutlineItem, Span, Term } from '../reading/types.ts';
import type { ShardSource } from '../settings/shard-source.ts';
import type { Settings } from '../settings/types.ts';
import * as s from './shapes.ts';

/**
 * Everything that one part of Zhupi may ask of another, in three lists. A request is
 * `{list, name, body}`; its body is checked against the schema here, its answer has the type beside it.
 */

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
  /** The page text's main-document notes again, as after a return from the back-forward cache. */
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

/** What only our own pages (popup, panel, library, note editor) may ask of the background. */
export const fromOurs = {
  'tab/look': v.object({ tab: s.TabId }),
  /** Starts the reader by hand on the tab, for a page that the gate did not take or does not see. */
  'tab/read': v.object({ tab: s.TabId }),
  'site/marks': v.object({ tab: s.TabId, on: v.boolean() }),
  /** What the catalogue knows of one of its documents. */
  'catalogue/document': v.object({ id: s.CatalogueId }),
  /** Which of its choices a document of the tab's page is; null takes that back. */
  'catalogue/pick': v.object({ tab: s.TabId, document: s.TabId, id: v.nullable(s.CatalogueId) }),
  'editor/claim': v.object({ token: v.string() }),
  'editor/save': v.object({ token: v.string(), ...s.Written.entries }),
  'editor/close': v.object({ token: v.string() }),
  /** As `notes/find` and `notes/named`, for the editor's frame. */
  'editor/find': v.object({ token: v.string(), query: s.Query }),
  'editor/named': v.object({ token: v.string(), ids: s.FewNotes }),
  'note/write': v.object({ id: s.NoteId, ...s.Written.entries }),
  /** Notes to link to: those in which words stand, and those of some ids. */
  'notes/find': v.object({ query: s.Query }),
  'notes/named': v.object({ ids: s.FewNotes }),
  'note/remove': v.object({ id: s.NoteId }),
  'note/restore': v.object({ id: s.NoteId }),
  /** A file made by our own JSON export, as text. */
  'notes/import': v.object({ json: v.string() }),
  /** Tags, colour, document or bin of many notes at once; what takes back that, or an import. */
  'notes/change': v.object({ ids: v.pipe(v.array(s.NoteId), v.maxLength(100_000)), change: s.ManyChange }),
  'notes/undo': v.object({ batch: v.pipe(v.string(), v.uuid()) }),
  /** An earlier version of a note, by the version's own id. */
  'note/version': v.object({ version: v.pipe(v.string(), v.uuid()) }),
  /** The present text of one of a page's documents is read: later ones are compared with it. What takes that back. */
  'record/renew': v.object({ tab: s.TabId, document: s.TabId }),
  'record/put-back': v.object({ tab: s.TabId, key: s.DocumentKey, record: v.nullable(s.ReadingRecord) }),
  /** `backups`: from the dated backups too. */
  'bin/empty': v.object({ backups: v.optional(v.boolean(), false) }),
  /** A backup of today, one of the stored ones taken in or thrown away, and the note that one was lost. */
  'backup/make': v.object({}),
  'backup/restore': v.object({ day: s.IsoDay }),
  'backup/lost-seen': v.object({}),
  'backup/file-saved': v.object({}),
  /** Everything that the reader ever wrote here, for good. The page has asked for the word before. */
  'store/erase': v.object({ confirmed: v.literal(true) }),
  /** How often terms of the glossary are marked, on all pages. */
  'glossary/often': v.object({ often: v.picklist(['section', 'every', 'off']) }),
  'glossary/entry': v.object({ id: s.EntryId }),
  /** Writes and removes entries of the reader's own; the answer undoes it. */
  'glossary/change': OwnChange,
  /** A catalogue pack: its file, and what is done with those that are loaded. */
  'pack/load': v.object({ base64: s.PackFile }),
  'pack/switch': v.object({ id: s.PackId, on: v.boolean() }),
  'pack/remove': v.object({ id: s.PackId }),
  'pack/restore': v.object({ id: s.PackId }),
  /** A catalogue on a web server: looks at one; takes one that was looked at, with the key it showed. */
  'shards/meet': v.object({ address: s.ShardAddress }),
  'shards/use': v.object({ address: s.ShardAddress, key: s.ShardKey }),
  'shards/change': v.object({ on: v.optional(v.boolean()), text: v.optional(v.boolean()) }),
  /** Fetches more of all of it, from this shard on. */
  'shards/fetch': v.object({ from: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  'shards/empty': v.object({}),
  'shards/remove': v.object({}),
} satisfies Record<string, v.GenericSchema>;

/** What is known of a tab, for the popup. */
export interface TabLook {
  /** `no-access`: the reader withdrew our access to this site; `closed`: a page we may never read. */
  state: 'reading' | 'seen' | 'other' | 'no-access' | 'closed';
  /** The frame that the reader runs in, for `tellReader`; null where no reader runs. */
  frame: number | null;
  url: string | null;
  sight: PageSight | null;
  marksOn: boolean;
  counts: { terms: number; deadlines: number; notes: number } | null;
  main: { key: string; metadata: Metadata; status: Status; catalogueId: string | null } | null;
}

/** A note as the editor works on it: a stored one, or a new one that is not stored yet. */
export interface EditorDraft {
  id: string | null;
  quote: string;
  article: string | null;
  title: string | null;
  body: string;
  tags: string[];
  colour: Note['colour'];
  task: Note['task'];
  links: Note['links'];
  /** The reader that opened the editor, for `tellReader`. */
  page: { tab: number; frame: number };
  /** Tags in use, the most used first, for completion. */
  knownTags: string[];
  /** The page is in a private window: what is saved stays on this computer all the same. */
  isPrivate: boolean;
}

/** By what a note is named where another one leads to it. */
export interface NamedNote {
  id: string;
  quote: string;
  article: string | null;
  /** Its document's title, or number. */
  title: string | null;
}

export interface ImportReport {
  added: number;
  updated: number;
  unchanged: number;
  /** What takes back the updates, see `notes/undo`; null where nothing was overwritten. */
  batch: string | null;
}

export interface FromOursReplies {
  'tab/look': TabLook;
  'tab/read': null;
  'site/marks': null;
  'catalogue/document': { document: KnownDocument; status: Status };
  'catalogue/pick': null;
  'editor/claim': EditorDraft;
  'editor/save': { note: Note };
  'editor/close': null;
  'editor/find': { notes: NamedNote[] };
  'editor/named': { notes: NamedNote[] };
  'note/write': { note: Note };
  'notes/find': { notes: NamedNote[] };
  'notes/named': { notes: NamedNote[] };
  'note/remove': null;
  'note/restore': { note: Note };
  'notes/import': ImportReport;
  'notes/change': { notes: Note[]; batch: string | null };
  'notes/undo': { notes: Note[] };
  'note/version': { note: Note; batch: string | null };
  'record/renew': { key: string; before: ReadingRecord | null };
  'record/put-back': null;
  'bin/empty': { gone: number };
  'backup/make': null;
  'backup/restore': ImportReport;
  'backup/lost-seen': null;
  'backup/file-saved': null;
  'store/erase': null;
  'glossary/often': null;
  'glossary/entry': EntryAnswer | null;
  'glossary/change': OwnChange;
  'pack/load': { pack: StoredPack };
  'pack/switch': null;
  'pack/remove': null;
  'pack/restore': null;
  'shards/meet': ShardSource;
  'shards/use': null;
  'shards/change': null;
  'shards/fetch': Progress;
  'shards/empty': null;
  'shards/remove': null;
}

/** What the background and our own pages may tell the reader in a tab. */
export const toReader = {
  'reader/state': v.object({}),
  'reader/goto': s.Span,
  'reader/goto-note': v.object({ id: s.NoteId }),
  /** Gives a note the place where it was found changed, or the present selection. */
  'reader/place-note': v.object({ id: s.NoteId, at: v.picklist(['found', 'selection']) }),
  'reader/marks': v.object({ on: v.boolean() }),
  /** The settings were changed: ask for them again. */
  'reader/settings-changed': v.object({}),
  /** What the catalogue says may be another thing now: ask it again. */
  'reader/ask-again': v.object({}),
  'reader/step': v.object({ by: v.picklist([1, -1]) }),
  /** Begin a note on the present selection. */
  'reader/write': v.object({}),
  /** Highlight the present selection, in the colour last used. */
  'reader/highlight': v.object({}),
  /** Copy a citation of the present selection. */
  'reader/cite': v.object({}),
  /** Notes of this page's documents were written elsewhere: ask for them again. */
  'reader/notes-changed': v.object({}),
  /** The glossary, or how often its terms are marked, was changed. */
  'reader/glossary-changed': v.object({}),
  /** The editor frame of this token is done (saved or closed). */
  'reader/editor-closed': v.object({ token: v.string() }),
  /** The page's facts of the top frame, asked of the gate or reader there. */
  'frame/facts': v.object({}),
} satisfies Record<string, v.GenericSchema>;

/** What differs between a page and the known text of a document it carries. Words are the page's, cut short. */
export interface TextDifferences {
  /** The document's catalogue id. */
  id: string;
  altered: (Span & { text: string; added: boolean })[];
  gaps: (Span & { count: number; before: string; after: string })[];
}

/** A term of the glossary on a page. */
export interface GlossaryTerm extends Span {
  id: string;
  term: string;
  kind: Known['kind'];
  en: string;
  /** How many times it stands there. */
  count: number;
}

/** What the reader knows of its page, for the panel. */
export interface ReaderState {
  url: string;
  day: string;
  sight: PageSight | null;
  marksOn: boolean;
  main: number;
  documents: { span: Span; metadata: Metadata; answer: DocumentAnswer | null }[];
  terms: Term[];
  deadlines: Deadline[];
  citations: (Citation & {
    known: { id: string; status: Status } | null;
    /** Where the document that is named stands on this very page. */
    here?: Span | null;
  })[];
  duties: Duty[];
  outline: OutlineItem[];
  /** Terms of the glossary that stand on the page, each once, where it stands first. */
  glossary?: GlossaryTerm[];
  matches: Match[];
  /** How the page's text differs from that of known documents, in the page's words. */
  differences?: TextDifferences[];
  /** Where each note stands on the page now. */
  notes: {
    id: string;
    state: AnchorState;
    span: Span | null;
    /** What stands there now, where the note's text was changed. */
    now?: string | null;
  }[];
}

export interface ToReaderReplies {
  'reader/state': ReaderState;
  'reader/goto': boolean;
  'reader/goto-note': boolean;
  'reader/place-note': null;
  'reader/marks': null;
  'reader/settings-changed': null;
  'reader/ask-again': null;
  'reader/step': null;
  'reader/write': null;
  'reader/highlight': null;
  'reader/cite': null;
  'reader/notes-changed': null;
  'reader/glossary-changed': null;
  'reader/editor-closed': null;
  'frame/facts': v.InferOutput<typeof s.PageFacts>;
}

export type Request<List> = {
  [Name in keyof List & string]: List[Name] extends v.GenericSchema ? v.InferOutput<List[Name]> : never;
};
export type { NotedDocument };
