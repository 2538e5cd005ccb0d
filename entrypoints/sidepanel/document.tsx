import { citedDocuments } from '../../components/citation-groups.ts';
import { CitationList } from '../../components/citation-list.tsx';
import { DeadlineList } from '../../components/deadline-list.tsx';
import { DutyList } from '../../components/duty-list.tsx';
import { Identity } from '../../components/identity.tsx';
import { LongList } from '../../components/long-list.tsx';
import { NoteList } from '../../components/note-list.tsx';
import { orderNotes } from '../../components/order-notes.ts';
import { OutlineList } from '../../components/outline-list.tsx';
import { PlaceRow } from '../../components/place-row.tsx';
import { Section } from '../../components/section.tsx';
import { TermList } from '../../components/term-list.tsx';
import type { Toasts } from '../../components/toast.tsx';
import { t } from '../../lib/i18n/t.ts';
import type { ReaderState } from '../../lib/messages/lists.ts';
import type { Note } from '../../lib/notes/types.ts';
import type { Span } from '../../lib/reading/types.ts';
import { Jumps } from './jumps.tsx';
import { KnownMatch } from './known.tsx';

interface Props {
  state: ReaderState;
  /** Null until the store has answered. */
  notes: Note[] | null;
  /** Tags in use in any document. */
  tags: readonly string[];
  toasts: Toasts;
  onGo: (place: Span) => void;
  onGoNote: (note: Note) => void;
}

/** Everything that was found in the document in front of the reader, and the reader's notes on it. */
export function PanelDocument({ state, notes, tags, toasts, onGo, onGoNote }: Props) {
  const main = state.documents[state.main];
  if (!main) return <p class="notice">{t('panelNoText')}</p>;
  const others = state.documents.filter((part) => part !== main);
  const match = state.matches.find(({ id }) => id === main.answer?.catalogueId) ?? null;
  const cited = citedDocuments(state.citations);
  const placed = notes && orderNotes(notes, state.notes);
  const parts = [
    { id: 'deadlines', title: t('panelDeadlines'), count: state.deadlines.length },
    { id: 'terms', title: t('panelTerms'), count: state.terms.length },
    { id: 'outline', title: t('panelOutline'), count: state.outline.length },
    { id: 'citations', title: t('panelCitations'), count: cited.length },
    { id: 'duties', title: t('panelDuties'), count: state.duties.length },
    { id: 'notes', title: t('panelNotes'), count: placed?.length ?? 0 },
  ] as const;
  const [deadlines, terms, outline, citations, duties, noteList] = parts;
  return (
    <>
      <header>
        <Identity metadata={main.metadata} status={main.answer?.status ?? null} />
        {match ? <KnownMatch match={match} /> : null}
      </header>
      <Jumps jumps={[...parts]} />
      {others.length > 0 ? (
        <Section id="documents" title={t('panelOthers')} count={others.length}>
          <LongList
            items={others}
            row={({ span, metadata }) => (
              <PlaceRow key={span.start} kind="document" onGo={() => onGo(span)}>
                <span lang="zh">{metadata.title ?? metadata.docNumber ?? t('identityUntitled')}</span>
              </PlaceRow>
            )}
          />
        </Section>
      ) : null}
      <Section {...deadlines}>
        {state.deadlines.length > 0 ? (
          <DeadlineList deadlines={state.deadlines} day={state.day} onGo={onGo} />
        ) : (
          <p class="empty">{t('panelNoDeadlines')}</p>
        )}
      </Section>
      <Section {...terms}>
        {state.terms.length > 0 ? (
          <TermList terms={state.terms} onGo={onGo} />
        ) : (
          <p class="empty">{t('panelNoTerms')}</p>
        )}
      </Section>
      {state.outline.length > 0 ? (
        <Section {...outline} open={false}>
          <OutlineList outline={state.outline} onGo={onGo} />
        </Section>
      ) : null}
      {cited.length > 0 ? (
        <Section {...citations} open={false}>
          <CitationList documents={cited} onGo={onGo} />
        </Section>
      ) : null}
      {state.duties.length > 0 ? (
        <Section {...duties} open={false}>
          <DutyList duties={state.duties} onGo={onGo} />
        </Section>
      ) : null}
      <Section {...noteList}>
        {placed && placed.length > 0 ? (
          <NoteList notes={placed} knownTags={tags} toasts={toasts} onGo={onGoNote} />
        ) : (
          <p class="empty">{placed ? t('panelNoNotes') : t('panelNotesComing')}</p>
        )}
      </Section>
    </>
  );
}
