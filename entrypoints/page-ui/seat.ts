import type { anchorFinder } from '../../lib/notes/anchoring.ts';
import type { Session } from '../reader/session.ts';

/** What a page's reader shows on it and does by hand: all of it comes with a script of its own. */
export interface PageUi {
  /** Opens the card of some marks, the innermost first, by a click in the window. */
  open(ids: string[], point: { x: number; y: number }): void;
  /** Closes the card and takes the ring off, as when something else is clicked or the text is gone. */
  leave(): void;
  /** Shows the bar by what is selected, or takes it away where nothing is. */
  look(): void;
  /** Goes to the next or previous mark. */
  step(by: 1 | -1): void;
  /** Begins a note on what is selected, or on the note that has the ring. */
  write(): void;
  /** Highlights what is selected, in the colour last used. */
  highlight(): void;
  /** Copies a citation of what is selected. */
  cite(): void;
  /** Gives a note the place where it was found changed, or what is selected. @throws Problem where there is none */
  placeNote(id: string, at: 'found' | 'selection'): Promise<void>;
  /** The editor of this token is done. */
  editorClosed(token: string): void;
  /** Notes were changed: shows the open card again. */
  refresh(): void;
  /** The glossary is another one now. */
  forgetGlossary(): void;
  /** Marks are off: all goes but an editor, whose words the switch must not eat. */
  quiet(): void;
  /** Tells the reader why something failed. */
  tellProblem(error: unknown): void;
  /** Takes everything away, for good. */
  clear(): void;
  /** Whether an event happened in what is shown. */
  holds(event: Event): boolean;
}

/** What the script brings: what is shown, and finding the places of notes, which few pages have. */
export interface PageUiParts {
  pageUi: (session: Session) => PageUi;
  anchorFinder: typeof anchorFinder;
}

/** Where the script leaves its parts, in the world of our content scripts, which the page can't see. */
export const SEAT = Symbol.for('zhupi.page-ui');

export type World = { [SEAT]?: PageUiParts };
