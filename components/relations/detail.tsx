import { useEffect, useRef, useState } from 'preact/hooks';
import type { KnownDocument, Status } from '../../lib/catalogue/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { askFromOurs } from '../../lib/messages/send.ts';
import { Identity } from '../identity.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { problemWords } from '../words/said.ts';
import { RelationList } from './list.tsx';
import { inOrder, type Related } from './related.ts';

interface Props {
  /** Catalogue id of the document. */
  id: string;
  onClose: () => void;
}

interface Shown {
  document: KnownDocument;
  status: Status;
}

/** What the catalogue knows of a document, and of those it is related to. Nothing is fetched from anywhere. */
export function KnownDetail({ id, onClose }: Props) {
  // From one document to the next, and back.
  const [way, setWay] = useState([id]);
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const box = useRef<HTMLElement>(null);
  const at = way.at(-1) ?? id;

  useEffect(() => setWay([id]), [id]);
  useEffect(() => {
    let stopped = false;
    setProblem(null);
    askFromOurs('catalogue/document', { id: at }).then(
      (answer) => !stopped && setShown(answer),
      (error) => !stopped && setProblem(problemWords(error)),
    );
    return () => {
      stopped = true;
    };
  }, [at]);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView?.({ block: 'nearest' });
  }, [shown, problem]);

  const related = shown && !problem ? inOrder(shown.document.relations.map(relatedFrom)) : [];
  const go = (next: string | null) => next !== null && setWay([...way, next]);
  return (
    <section
      ref={box}
      class="detail"
      tabIndex={-1}
      aria-label={t('relationDetail')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="buttons detail-head">
        {way.length > 1 ? (
          <button type="button" class="button plain" data-do="back" onClick={() => setWay(way.slice(0, -1))}>
            {t('relationBack')}
          </button>
        ) : (
          <span class="small soft">{t('relationKnown')}</span>
        )}
        <button type="button" class="button plain" data-do="close-detail" onClick={onClose}>
          {t('relationClose')}
        </button>
      </div>
      <ProblemNotice words={problem} />
      {shown && !problem ? (
        <>
          <Identity metadata={shown.document} status={shown.status} level={3} />
          {shown.document.nameOnly ? <p class="small soft">{t('relationNameOnly')}</p> : null}
          {related.length > 0 ? (
            <RelationList related={related} onOpen={({ id: next }) => go(next)} onDetail={go} />
          ) : (
            <p class="empty">{t('relationsNone')}</p>
          )}
        </>
      ) : null}
    </section>
  );
}

function relatedFrom(one: KnownDocument['relations'][number]): Related {
  const { relation, incoming = false, id, title, docNumber, status = null } = one;
  return { relation, incoming, id, title, docNumber, status, place: null };
}
