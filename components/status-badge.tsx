import type { Status } from '../lib/catalogue/types.ts';
import { stateWords } from './words/status.ts';

/** A document's state in a word or two. Told by its words first, its colour second. */
export function StatusBadge({ status }: { status: Status }) {
  return (
    <span class="badge" data-state={status.state}>
      {stateWords(status.state)}
    </span>
  );
}
