import { useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { Span } from '../../lib/reading/types.ts';
import { KnownDetail } from './detail.tsx';
import { MOST } from './layout.ts';
import { RelationList } from './list.tsx';
import { RelationPicture } from './picture.tsx';
import type { Related } from './related.ts';

interface Props {
  /** Of the document whose relations these are. */
  title: string;
  /** The most important first. */
  related: readonly Related[];
  /** The catalogue knows the document; else its own text was read. */
  known: boolean;
  onGo: (place: Span) => void;
}

/** How a document stands to others: a picture, a list, and what is known of the one that was picked. */
export function Relations({ title, related, known, onGo }: Props) {
  const [detail, setDetail] = useState<string | null>(null);
  const opener = useRef<Element | null>(null);

  const show = (id: string) => {
    opener.current = document.activeElement;
    setDetail(id);
  };
  const close = () => {
    setDetail(null);
    const back = opener.current;
    if (back instanceof HTMLElement || back instanceof SVGElement) back.focus();
  };
  const open = ({ place, id }: Related) => {
    if (place) onGo(place);
    else if (id !== null) show(id);
  };

  if (related.length === 0) {
    return <p class="empty">{t(known ? 'relationsNone' : 'relationsNoneRead')}</p>;
  }
  return (
    <>
      <RelationPicture title={title} related={related} onOpen={open} />
      {related.length > MOST ? <p class="small soft">{t('relationsMore', related.length - MOST)}</p> : null}
      {known ? null : <p class="small soft">{t('relationsRead')}</p>}
      {detail === null ? null : <KnownDetail id={detail} onClose={close} />}
      <RelationList related={related} onOpen={open} onDetail={show} />
    </>
  );
}
