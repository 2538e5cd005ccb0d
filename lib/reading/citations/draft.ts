import type { Relation } from '../types.ts';
import type { Part } from './parts.ts';

/** A citation on its way, in folded offsets. */
export interface Draft {
  start: number;
  end: number;
  /** Folded title and its place; a short name carries the full title and that one's place. */
  title: string | null;
  titleAt: { from: number; to: number } | null;
  docNumber: string | null;
  relation: Relation;
  article: string | null;
  /** The document it stands in. */
  part: Part | null;
}
