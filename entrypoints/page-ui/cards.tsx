import type { ComponentChild } from 'preact';
import { AlteredCard } from '../../components/page/altered-card.tsx';
import { Card } from '../../components/page/card.tsx';
import { CitationCard } from '../../components/page/citation-card.tsx';
import { DeadlineCard } from '../../components/page/deadline-card.tsx';
import { PageNoteCard } from '../../components/page/note-card.tsx';
import { TermCard } from '../../components/page/term-card.tsx';
import { askFromPage } from '../../lib/messages/send.ts';
import { printedHere } from '../../lib/reading/printed-here.ts';
import type { Span } from '../../lib/reading/types.ts';
import { today } from '../../lib/settings/today.ts';
import { alteredOf } from '../reader/differences.ts';
import { termAt } from '../reader/glossary.ts';
import { nameOf, otherDefinitions, parseId, termOf, textOf } from './card-words.ts';
import { GlossaryCards } from './glossary-cards.tsx';
import { linksOf } from './links.ts';
import type { Session, Text } from './session.ts';
import { boxFinder, type Spot } from './spot.ts';
import type { Writing } from './writing.ts';

/** The card of the marks at one place. */
export class Cards {
  readonly #session: Session;
  readonly #writing: Writing;
  readonly #glossary: GlossaryCards;
  #open: { ids: string[]; spot: Spot; back: Element | null } | null = null;

  constructor(session: Session, writing: Writing) {
    this.#session = session;
    this.#writing = writing;
    this.#glossary = new GlossaryCards(session, () => this.refresh());
  }

  /** A card also ends where something else is shown in its place, as the editor. */
  get isOpen(): boolean {
    return this.#open !== null && this.#session.surface.shown.card !== null;
  }

  /** Opens the card of some marks. @param ids the innermost first, as `hit` gives them */
  open(ids: string[], spot: Spot): void {
    const back = (this.isOpen && this.#open?.back) || document.activeElement;
    this.#session.surface.show({ card: null, bar: null });
    this.#glossary.leave();
    this.#open = { ids, spot, back };
    this.#show();
  }

  /** The glossary is another one now: a card that speaks of it is closed. */
  forget(): void {
    this.#glossary.forget();
    this.close();
  }

  /** Closes the card. @param focus whether the focus goes back to where it was */
  close(focus = true): void {
    const back = this.isOpen ? this.#open?.back : null;
    if (!this.#open) return;
    this.#open = null;
    this.#session.surface.show({ card: null });
    if (focus && back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
  }

  /** Shows what is known now, as after a note was changed; closes a card that has nothing left to say. */
  refresh(): void {
    if (this.isOpen) this.#show();
  }

  #show(): void {
    const { text, surface, hello } = this.#session;
    if (!this.#open) return;
    const { ids, spot } = this.#open;
    const sections = text ? ids.flatMap((id) => this.#section(text, id) ?? []) : [];
    const first = text && ids.map((id) => nameOf(text, id)).find(Boolean);
    if (!text || !first || sections.length === 0) {
      this.close();
      return;
    }
    surface.show({
      card: (
        <Card
          key={ids.join()}
          label={first}
          anchor={boxFinder(text.painter, spot)}
          panel={{
            byClick: hello.panelByClick,
            shortcut: hello.panelShortcut,
            open: () => this.#openPanel(),
          }}
          onClose={() => this.close()}
        >
          {sections}
        </Card>
      ),
    });
  }

  #section(text: Text, id: string): ComponentChild {
    const { kind, rest, index } = parseId(id);
    const go = (place: Span) => this.#go(place);
    if (kind === 'term' || kind === 'use') {
      const term = termOf(text, id);
      if (!term) return null;
      const others = otherDefinitions(text, term);
      // The page's own words first; the glossary fills what they leave open.
      const place = kind === 'use' ? text.findings.uses[index] : term;
      const known = place && termAt(text.glossary, place);
      return [
        <TermCard key={id} term={term} clause={textOf(text, term.clause)} others={others} onGo={go} />,
        known ? this.#glossary.section(known.id, known.term) : null,
      ];
    }
    if (kind === 'glossary') {
      const found = text.glossary.marked[index];
      return found ? this.#glossary.section(found.id, found.term) : null;
    }
    if (kind === 'deadline') {
      const deadline = text.findings.deadlines[index];
      return deadline ? <DeadlineCard key={id} deadline={deadline} day={today()} /> : null;
    }
    if (kind === 'citation') {
      const citation = text.findings.citations[index];
      if (!citation) return null;
      const known = text.answer?.citations[index] ?? null;
      const { input } = text.page;
      const here = printedHere(input, text.findings.documents, citation);
      return (
        <CitationCard
          key={id}
          citation={citation}
          known={known}
          here={here}
          text={textOf(text, citation)}
          onGo={go}
        />
      );
    }
    if (kind === 'altered') {
      const altered = alteredOf(text)[index];
      return altered ? <AlteredCard key={id} {...altered} /> : null;
    }
    return this.#note(text, rest);
  }

  #note(text: Text, id: string): ComponentChild {
    const note = text.notes.find((n) => n.id === id);
    const place = text.places.get(id);
    if (!note || !place) return null;
    return (
      <PageNoteCard
        key={id}
        note={note}
        state={place.state}
        now={place.now}
        links={linksOf(text, note)}
        onLink={(number, span) => {
          if (span) this.#go(span);
          else this.#writing.follow(note, number);
        }}
        onTick={(done) => this.#writing.tick(note, done).then(() => this.refresh())}
        onEdit={() => {
          this.close(false);
          this.#writing.edit(note);
        }}
        onRecolour={(colour) => this.#writing.recolour(note, colour).then(() => this.refresh())}
        onDelete={() => this.#writing.remove(note).then(() => this.refresh())}
      />
    );
  }

  #go(place: Span): void {
    this.close();
    this.#session.text?.painter.reveal(place);
  }

  #openPanel(): void {
    // Straight in the handler: the browser opens a panel only in answer to a click.
    askFromPage('panel/open', {}).catch((error) => this.#session.surface.tellProblem(error));
  }
}
