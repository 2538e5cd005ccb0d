import type { Align } from './style-of.ts';
import type { Cell } from './tables.ts';

/** A block as it was read off the page, before its kind is decided. */
export interface Draft {
  start: number;
  end: number;
  align: Align;
  /** 1 to 6 in `<h1>` to `<h6>`, else 0. */
  heading: number;
  item: boolean;
  bold: boolean;
  link: boolean;
  /** An empty line or paragraph stands before it. */
  gap: boolean;
  cell: (Cell & { table: number }) | null;
}
