import type { ComponentChild } from 'preact';
import { GlossaryCard } from '../../components/page/glossary-card.tsx';
import type { EntryAnswer } from '../../lib/messages/lists.ts';
import { askFromPage } from '../../lib/messages/send.ts';
import type { Session } from './session.ts';

/** The glossary's part of a card: what a term means, and the way to related terms and back. */
export class GlossaryCards {
  readonly #session: Session;
  readonly #refresh: () => void;
  /** What the background said of terms on this page; null while it is asked, or where it knows nothing. */
  #entries = new Map<string, EntryAnswer | null>();
  /** Related terms that were opened in the present card, the last one in front. */
  #trail: string[] = [];
  /** One of them was gone to, or back from: the button for it is gone, and the focus with it. */
  #walked = false;

  /** @param refresh shows the open card again */
  constructor(session: Session, refresh: () => void) {
    this.#session = session;
    this.#refresh = refresh;
  }

  /** Another card is opened, or none. */
  leave(): void {
    this.#trail = [];
    this.#walked = false;
  }

  /** The glossary is another one now. */
  forget(): void {
    this.#entries = new Map();
    this.leave();
  }

  /** @param id of an entry; @param term what stands on the page, until more is known */
  section(id: string, term: string): ComponentChild {
    const shown = this.#trail.at(-1) ?? id;
    const answer = this.#answerOf(shown);
    return (
      <GlossaryCard
        key={`glossary ${shown}`}
        term={answer?.entry.term ?? term}
        answer={answer}
        moved={this.#trail.length > 0}
        focus={this.#walked}
        onOpen={(related) => {
          this.#walked = true;
          this.#trail.push(related);
          this.#refresh();
        }}
        onBack={() => {
          this.#trail.pop();
          this.#refresh();
        }}
      />
    );
  }

  #answerOf(id: string): EntryAnswer | null {
    const known = this.#entries.get(id);
    if (known === undefined) this.#ask(id).catch((error) => this.#session.surface.tellProblem(error));
    return known ?? null;
  }

  async #ask(id: string): Promise<void> {
    const entries = this.#entries;
    entries.set(id, null);
    try {
      entries.set(id, await askFromPage('glossary/entry', { id }));
    } catch (error) {
      entries.delete(id);
      throw error;
    }
    if (entries === this.#entries) this.#refresh();
  }
}
