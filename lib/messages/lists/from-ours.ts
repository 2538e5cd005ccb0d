import * as v from 'valibot';
import type { StoredPack } from '../../catalogue/pack-facts.ts';
import type { Progress } from '../../catalogue/shards/whole.ts';
import type { KnownDocument, Status } from '../../catalogue/types.ts';
import { OwnChange } from '../../glossary/own.ts';
import type { Note, ReadingRecord } from '../../notes/types.ts';
import type { Sight as PageSight } from '../../page/types.ts';
import type { Metadata } from '../../reading/types.ts';
import type { ShardSource } from '../../settings/shard-source.ts';
import * as s from '../shapes.ts';
import type { EntryAnswer } from './from-page.ts';

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
