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
}

/** A list that shows its first rows, and the rest when asked: piece by piece, so that the page stays awake. */
export function LongList<Item>({ items, row, class: name = 'rows' }: Props<Item>) {
  const [all, setAll] = useState(false);
  const [pieces, setPieces] = useState(1);
  const most = Math.ceil(items.length / FIRST_ROWS);
  useEffect(() => {
    if (!all || pieces >= most) return;
    const timer = setTimeout(() => setPieces(pieces + 1));
    return () => clearTimeout(timer);
  }, [all, pieces, most]);
  return (
    <>
      <ol class={name}>
        {Array.from({ length: Math.min(pieces, most) }, (_, piece) => (
          <Piece key={piece} items={items} row={row} from={piece * FIRST_ROWS} />
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
function Piece<Item>({ items, row, from }: Props<Item> & { from: number }) {
  return useMemo(
    () => <>{items.slice(from, from + FIRST_ROWS).map((item, index) => row(item, from + index))}</>,
    [items, row, from],
  );
}
