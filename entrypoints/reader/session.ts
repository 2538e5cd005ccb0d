import type { Painter } from '../../lib/marks/types.ts';
import type { FromPageReplies } from '../../lib/messages/lists.ts';
import type { Found } from '../../lib/notes/anchoring.ts';
import type { Simplify } from '../../lib/notes/script.ts';
import type { Note } from '../../lib/notes/types.ts';
import type { PageText } from '../../lib/page/types.ts';
import type { Findings } from '../../lib/reading/types.ts';
import type { PageGlossary } from './glossary.ts';

/** A text that was read on this page, and what came of it. */
export interface Text {
  page: PageText;
  /** Writes a text as it is compared: in simplified characters where the page is in traditional script. */
  simplify: Simplify;
  findings: Findings;
  painter: Painter;
  /** What the background said of it; null until it has answered. */
  answer: FromPageReplies['reader/read'] | null;
  notes: Note[];
  /** Where each note stands, by its id. */
  places: Map<string, Found>;
  /** Terms that the glossary explains. */
  glossary: PageGlossary;
}

/** What all parts of a page's reader share. */
export interface Session {
  hello: FromPageReplies['reader/hello'];
  marksOn: boolean;
  /** Null while nothing was read, or where the page has no body. */
  text: Text | null;
  /** Paints what the text and the settings say now, or nothing where marks are off. */
  repaint(): void;
}
