import { copyCitation } from '../../components/copy-citation.ts';
import { t } from '../../lib/i18n/t.ts';
import { askFromPage, Problem } from '../../lib/messages/send.ts';
import { describe } from '../../lib/notes/anchor.ts';
import type { Anchor, Colour, Note } from '../../lib/notes/types.ts';
import type { Span } from '../../lib/reading/types.ts';
import { documentAt } from '../reader/document-at.ts';
import type { Editor } from './editor.tsx';
import type { Session, Text } from './session.ts';

/** The longest quote that a note may have. */
const LONGEST_QUOTE = 100_000;

/** What the reader does with notes on the page. Each way either works or says why not. */
export class Writing {
  readonly #session: Session;
  readonly #editor: Editor;

  constructor(session: Session, editor: Editor) {
    this.#session = session;
    this.#editor = editor;
  }

  /** Highlights a place. */
  async highlight(span: Span, colour: Colour): Promise<void> {
    await this.#attempt(async (text) => {
      const { anchor, document } = this.#describe(text, span);
      const { note } = await askFromPage('note/highlight', { document, anchor, colour });
      this.#session.hello.settings.colour = colour;
      this.#put(text, note);
      const { surface, marksOn } = this.#session;
      // Where marks are off, nothing on the page shows that it was done.
      if (marksOn) surface.show({ said: t('readerHighlighted') });
      else surface.say(t('readerHighlighted'));
    });
  }

  /** Opens the editor for a new note on a place; where the page stops it, the place is highlighted. */
  async write(span: Span): Promise<void> {
    await this.#attempt(async (text) => {
      const { anchor, document } = this.#describe(text, span);
      const { colour } = this.#session.hello.settings;
      await this.#editor.open({ id: null, document, anchor, colour }, span, () => {
        this.highlight(span, colour).then(() => this.#session.surface.say(t('readerFrameBlocked')));
      });
    });
  }

  /** Copies a citation of a place. */
  async cite({ start, end }: Span): Promise<void> {
    await this.#attempt(async (text) => {
      // The quote is no part of a citation, however long it is.
      const span = { start, end: Math.min(end, start + LONGEST_QUOTE) };
      const { anchor, document } = this.#describe(text, span);
      const { citation } = await askFromPage('page/cite', { document, article: anchor.article });
      await copyCitation(citation, { say: (toast) => this.#session.surface.show({ toast }) });
    });
  }

  /** Opens the editor for a note. */
  async edit({ id, anchor, colour }: Note): Promise<void> {
    await this.#attempt(async (text) => {
      const span = text.places.get(id)?.span ?? anchor;
      const document = documentAt(text, span.start);
      await this.#editor.open({ id, document, anchor: null, colour }, span, () => {
        this.#session.surface.say(t('readerFrameBlockedEdit'));
      });
    });
  }

  /** Gives a note another place. @throws Problem where it may not have it */
  async place(text: Text, { id, document: key }: Note, span: Span): Promise<void> {
    const { anchor, document } = this.#describe(text, span);
    const isOther = text.answer?.documents.some((one) => one.key === key);
    if (isOther && text.answer?.documents[document]?.key !== key) throw new Problem('placeOtherDocument');
    const { note } = await askFromPage('note/place', { id, anchor });
    text.places.set(id, { state: 'exact', span: { start: anchor.start, end: anchor.end }, now: null });
    this.#put(text, note);
  }

  async recolour({ id }: Note, colour: Colour): Promise<void> {
    await this.#attempt(async (text) => {
      const { note } = await askFromPage('note/recolour', { id, colour });
      this.#put(text, note);
    });
  }

  /** Ticks a note's task off, or opens it again. */
  async tick({ id }: Note, done: boolean): Promise<void> {
    await this.#attempt(async (text) => {
      const { note } = await askFromPage('note/tick', { id, done });
      this.#put(text, note);
    });
  }

  /** Opens what a note leads to, where that is not on this page. */
  async follow({ id }: Note, link: number): Promise<void> {
    await this.#attempt(() => askFromPage('note/follow', { id, link }));
  }

  /** Deletes a note, and offers to take that back. */
  async remove({ id }: Note): Promise<void> {
    await this.#attempt(async (text) => {
      await askFromPage('note/remove', { id });
      text.notes = text.notes.filter((note) => note.id !== id);
      this.#session.repaint();
      this.#session.surface.say(t('noteDeleted'), async () => {
        const { note } = await askFromPage('note/restore', { id });
        if (this.#session.text) this.#put(this.#session.text, note);
      });
    });
  }

  /** A note that is stored now; its place is known where it was made or found before. */
  #put(text: Text, note: Note): void {
    const { start, end } = note.anchor;
    if (!text.places.has(note.id))
      text.places.set(note.id, { state: 'exact', span: { start, end }, now: null });
    text.notes = [...text.notes.filter((other) => other.id !== note.id), note];
    this.#session.repaint();
  }

  #describe(text: Text, span: Span): { anchor: Anchor; document: number } {
    if (span.end - span.start > LONGEST_QUOTE) throw new Problem('readerTooLong');
    const document = documentAt(text, span.start);
    const { start, end } = text.findings.documents[document] ?? {
      start: 0,
      end: text.page.input.text.length,
    };
    // A selection that leaves its document is a note on the page's text all the same.
    const within = span.start >= start && span.end <= end ? { start, end } : undefined;
    const anchor = describe(text.page.input.text, span, text.findings.outline, within, text.simplify);
    if (!anchor) throw new Problem('readerSelectFirst');
    return { anchor, document };
  }

  async #attempt(action: (text: Text) => Promise<unknown>): Promise<void> {
    const { text, surface } = this.#session;
    try {
      if (!text) throw new Problem('readerSelectFirst');
      await action(text);
    } catch (error) {
      surface.tellProblem(error);
    }
  }
}
