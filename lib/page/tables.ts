import { attribute, firstChild, isElement, nextSibling, tagOf, textOf } from './dom.ts';
import { countInk } from './weigh.ts';

/** A cell's place in its table's grid, from 0; row and column spans of other cells are counted. */
export interface Cell {
  row: number;
  col: number;
}

/** Spans beyond these are mistakes or traps. */
const MOST_SPAN = 200;
/** Layout tables of old pages stand in one another; deeper than this no table of data is looked for. */
export const DEEPEST_TABLE = 6;
/** A cell with more than this, and most of its table, holds a whole text: the table lays out the page. */
const TEXT_IN_CELL = 1500;

function* children(element: Element): Generator<Element> {
  for (let node = firstChild(element); node; node = nextSibling(node)) if (isElement(node)) yield node;
}

function* rowsOf(table: Element): Generator<Element> {
  for (const child of children(table)) {
    const tag = tagOf(child);
    if (tag === 'tr') yield child;
    else if (tag === 'tbody' || tag === 'thead' || tag === 'tfoot') {
      for (const row of children(child)) if (tagOf(row) === 'tr') yield row;
    }
  }
}

function span(cell: Element, name: string): number {
  const value = Number.parseInt(attribute(cell, name), 10);
  return Number.isFinite(value) ? Math.min(Math.max(value, 1), MOST_SPAN) : 1;
}

/**
 * The grid of a table of data.
 *
 * @returns each cell's place; null for a table that only lays out the page: no row has two cells
 *   with text, or one cell holds a whole text
 */
export function gridOf(table: Element): Map<Element, Cell> | null {
  const grid = new Map<Element, Cell>();
  /** For each column, the first row that is free again. */
  const taken: number[] = [];
  let row = 0;
  let isData = false;
  let ink = 0;
  let fullest = 0;
  for (const line of rowsOf(table)) {
    let col = 0;
    let filled = 0;
    for (const cell of children(line)) {
      if (tagOf(cell) !== 'td' && tagOf(cell) !== 'th') continue;
      while ((taken[col] ?? 0) > row) col++;
      grid.set(cell, { row, col });
      const own = countInk(textOf(cell));
      if (own > 0) filled++;
      ink += own;
      fullest = Math.max(fullest, own);
      const wide = span(cell, 'colspan');
      const until = row + span(cell, 'rowspan');
      for (let i = 0; i < wide; i++) taken[col + i] = until;
      col += wide;
    }
    if (filled >= 2) isData = true;
    row++;
  }
  if (!isData || (fullest > TEXT_IN_CELL && fullest > ink * 0.7)) return null;
  return grid;
}
