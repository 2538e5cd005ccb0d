import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../lib/i18n/t.ts';

/** Rows shown at once. A document can hold thousands of findings; a panel is asked about a few of them. */
export const FIRST_ROWS = 200;

interface Props<Item> {
  items: readonly Item[];
  /** One `<li>`, with a key. */
  row: (item: Item, index: number) => ComponentChild;
  class?: string;
}

/** A list that shows its first rows, and the rest when asked. */
export function LongList<Item>({ items, row, class: name = 'rows' }: Props<Item>) {
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, FIRST_ROWS);
  return (
    <>
      <ol class={name}>{shown.map(row)}</ol>
      {shown.length < items.length ? (
        <button type="button" class="button plain" onClick={() => setAll(true)}>
          {t('listShowAll', items.length)}
        </button>
      ) : null}
    </>
  );
}
