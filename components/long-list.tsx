import type { ComponentChild } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../lib/i18n/t.ts';

/** Rows shown at once. A document can hold thousands of findings; a panel is asked about a few of them. */
export const FIRST_ROWS = 200;

interface Props<Item> {
  items: readonly Item[];
  /** One `<li>`, with a key. */
  row: (item: Item, index: number) => ComponentChild;
  class?: string;
  /** Rows drawn at once. Fewer for rows that take long: the first are there sooner. */
  piece?: number;
  /** What the list answers: where that is another, its first rows come first again. */
  about?: string;
}

/** A list that shows its first rows, and the rest when asked: piece by piece, so that the page stays awake. */
export function LongList<Item>(props: Props<Item>) {
  const { items, row, class: name = 'rows', piece = FIRST_ROWS, about = '' } = props;
  const [all, setAll] = useState(false);
  const [drawn, setDrawn] = useState({ about, pieces: 1 });
  const pieces = drawn.about === about ? drawn.pieces : 1;
  const most = Math.ceil((all ? items.length : Math.min(items.length, FIRST_ROWS)) / piece);
  useEffect(() => {
    if (pieces >= most) return;
    const timer = setTimeout(() => setDrawn({ about, pieces: pieces + 1 }));
    return () => clearTimeout(timer);
  }, [about, pieces, most]);
  return (
    <>
      <ol class={name}>
        {Array.from({ length: Math.min(pieces, most) }, (_, number) => (
          <Piece key={number} items={items} row={row} from={number * piece} count={piece} />
        ))}
      </ol>
      {!all && items.length > FIRST_ROWS ? (
        <button type="button" class="button plain" onClick={() => setAll(true)}>
          {t('listShowAll', items.length)}
        </button>
      ) : null}
    </>
  );
}

/** Rows that are drawn once, however many pieces follow. */
function Piece<Item>({ items, row, from, count }: Props<Item> & { from: number; count: number }) {
  return useMemo(
    () => <>{items.slice(from, from + count).map((item, index) => row(item, from + index))}</>,
    [items, row, from, count],
  );
}
