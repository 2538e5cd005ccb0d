import { ChangedSince } from '../../components/changed-since.tsx';
import { Choices } from '../../components/choices.tsx';
import { citedDocuments } from '../../components/citation-groups.ts';
import { CitationList } from '../../components/citation-list.tsx';
import { copyCitation } from '../../components/copy-citation.ts';
import { DeadlineList } from '../../components/deadline-list.tsx';
import { DutyList } from '../../components/duty-list.tsx';
import { GlossaryList } from '../../components/glossary-list.tsx';
import { Identity } from '../../components/identity.tsx';
import { orderNotes } from '../../components/order-notes.ts';
import { OutlineList } from '../../components/outline-list.tsx';
import { PageDocuments, pageDocuments } from '../../components/page-documents.tsx';
import { relatedOf } from '../../components/relations/related.ts';
import { Relations } from '../../components/relations/relations.tsx';
import { Section } from '../../components/section.tsx';
import { TermList } from '../../components/term-list.tsx';
import { TextDifferences } from '../../components/text-differences.tsx';
import type { Toasts } from '../../components/toast.tsx';
import type { Match } from '../../lib/catalogue/types.ts';
import { toCitation } from '../../lib/export/citation.ts';
import { t } from '../../lib/i18n/t.ts';
import type { ReaderState } from '../../lib/messages/lists.ts';
import type { Note } from '../../lib/notes/types.ts';
import type { Span } from '../../lib/reading/types.ts';
import { Jumps } from './jumps.tsx';
import { KnownMatch } from './known.tsx';
import { PanelNotes } from './notes.tsx';

interface Props {
  state: ReaderState;
  /** Null until the store has answered. */
  notes: Note[] | null;
  /** Tags in use in any document. */
  tags: readonly string[];
  toasts: Toasts;
  onGo: (place: Span) => void;
  onGoNote: (note: Note) => void;
  onPlaceNote: (note: Note, at: 'found' | 'selection') => void;
  /** Says which of its choices a document of the page is. */
  onPick: (document: number, id: string | null) => void;
  /** Takes the present text of one of the page's documents as read. */
  onSeen: (document: number) => void;
}

/** As what the reader chose, else as what it was recognised, else by its own title. */
function nameOf({ metadata, answer }: ReaderState['documents'][number], match: Match | null): string {
  const chosen = answer?.picked ? answer.choices?.find(({ id }) => id === answer.catalogueId) : null;
  return (chosen ?? match ?? metadata).title ?? metadata.docNumber ?? t('identityUntitled');
}

/** Everything that was found in the document in front of the reader, and the reader's notes on it. */
export function PanelDocument({
  state,
  notes,
  tags,
  toasts,
  onGo,
  onGoNote,
  onPlaceNote,
  onPick,
  onSeen,
}: Props) {
  const main = state.documents[state.main];
  if (!main) return <p class="notice">{t('panelNoText')}</p>;
  const onPage = pageDocuments(state);
  const match = state.matches.find(({ id }) => id === main.answer?.catalogueId) ?? null;
  const related = relatedOf(state, state.main);
  const carried = new Set(state.documents.map(({ answer }) => answer?.catalogueId));
  // A page that only tells of documents does not claim to carry them as published.
  const isAbout = state.sight?.verdict === 'about';
  const comparable = isAbout ? [] : state.matches.filter(({ id }) => carried.has(id));
  // Where all is as published, one sentence at the head will do.
  const toldApart = comparable.some((one) => !one.compared || one.altered.length + one.missing > 0);
  const differing = comparable.reduce(
    (sum, one) => sum + (one.compared ? one.altered.length + one.missing : 0),
    0,
  );
  const cited = citedDocuments(state.citations);
  const glossary = state.glossary ?? [];
  const citation = toCitation({ ...main.metadata, address: state.url, read: state.day, article: null });
  const placed = notes && orderNotes(notes, state.notes);
  const parts = [
    { id: 'deadlines', title: t('panelDeadlines'), count: state.deadlines.length },
    { id: 'terms', title: t('panelTerms'), count: state.terms.length },
    { id: 'glossary', title: t('panelGlossary'), count: glossary.length },
    { id: 'relations', title: t('panelRelations'), count: related.length },
    { id: 'differences', title: t('panelDifferences'), count: differing },
    { id: 'outline', title: t('panelOutline'), count: state.outline.length },
    { id: 'citations', title: t('panelCitations'), count: cited.length },
    { id: 'duties', title: t('panelDuties'), count: state.duties.length },
    { id: 'notes', title: t('panelNotes'), count: placed?.length ?? 0 },
  ] as const;
  const [deadlines, terms, explained, relations, differences, outline, citations, duties, noteList] = parts;
  return (
    <>
      <header>
        <Identity metadata={main.metadata} status={main.answer?.status ?? null} />
        {citation ? (
          <button
            type="button"
            class="button plain"
            data-do="cite-document"
            onClick={() => copyCitation(citation, toasts)}
          >
            {t('noteCite')}
          </button>
        ) : null}
        {match ? <KnownMatch match={match} onGo={onGo} /> : null}
        {comparable.length > 0 && !toldApart ? <p class="small soft">{t('differencesNone')}</p> : null}
        {state.documents.map(({ metadata, answer }, index) =>
          answer?.choices && answer.choices.length > 0 ? (
            <div key={index}>
              {index === state.main ? null : (
                <p class="small" lang="zh">
                  {metadata.title ?? metadata.docNumber ?? ''}
                </p>
              )}
              <Choices
                choices={answer.choices}
                picked={answer.picked ? answer.catalogueId : null}
                onPick={(id) => onPick(index, id)}
              />
            </div>
          ) : null,
        )}
        {state.documents.map(({ answer }, index) =>
          answer?.since ? (
            <ChangedSince key={index} since={answer.since} onGo={onGo} onSeen={() => onSeen(index)} />
          ) : null,
        )}
      </header>
      <Jumps jumps={[...parts]} />
      {onPage.length > 1 ? (
        <Section id="documents" title={t('panelDocuments')} count={onPage.length}>
          <PageDocuments documents={onPage} onGo={onGo} />
        </Section>
      ) : null}
      {toldApart ? (
        <Section {...differences}>
          {comparable.map((one) => (
            <TextDifferences
              key={`${one.id} ${one.start}`}
              match={one}
              found={(one.compared && state.differences?.find(({ id }) => id === one.id)) || null}
              titled={comparable.length > 1}
              onGo={onGo}
            />
          ))}
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
      {glossary.length > 0 ? (
        <Section {...explained} open={false}>
          <GlossaryList terms={glossary} onGo={onGo} />
        </Section>
      ) : null}
      <Section {...relations} open={related.length > 0}>
        <Relations
          key={main.answer?.catalogueId}
          title={nameOf(main, match)}
          related={related}
          known={main.answer?.catalogueId != null}
          onGo={onGo}
        />
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
        <PanelNotes
          state={state}
          notes={placed}
          tags={tags}
          toasts={toasts}
          onGo={onGo}
          onGoNote={onGoNote}
          onPlace={onPlaceNote}
        />
      </Section>
    </>
  );
}
