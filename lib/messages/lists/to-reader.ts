import * as v from 'valibot';
import type { Match, Status } from '../../catalogue/types.ts';
import type { Known } from '../../glossary/types.ts';
import type { AnchorState } from '../../notes/types.ts';
import type { Sight as PageSight } from '../../page/types.ts';
import type { Citation, Deadline, Duty, Metadata, OutlineItem, Span, Term } from '../../reading/types.ts';
import * as s from '../shapes.ts';
import type { DocumentAnswer } from './from-page.ts';

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
