import type { ComponentChildren } from 'preact';

interface Props {
  /** What the row stands for; also what tests find it by. */
  kind:
    | 'deadline'
    | 'term'
    | 'heading'
    | 'citation'
    | 'duty'
    | 'document'
    | 'altered'
    | 'missing'
    | 'glossary';
  /** Depth in an outline, from 1. */
  level?: number;
  onGo: () => void;
  children: ComponentChildren;
}

/** A row that goes to its place on the page. */
export function PlaceRow({ kind, level, onGo, children }: Props) {
  return (
    <li data-row={kind} data-level={level}>
      <button type="button" class="row" onClick={onGo}>
        {children}
      </button>
    </li>
  );
}
