import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  title: string;
  /** Shown beside the title where given. */
  count?: number;
  /** Whether it starts open; afterwards the reader decides. */
  open?: boolean;
  children: ComponentChildren;
}

/** A part of a page that folds away under its heading. */
export function Section({ id, title, count, open = true, children }: Props) {
  const titleId = `${id}-title`;
  return (
    <section id={id} class="section" aria-labelledby={titleId}>
      <details open={open}>
        <summary>
          <h2 id={titleId}>
            {title}
            {count === undefined ? null : <span class="count"> {count}</span>}
          </h2>
        </summary>
        {children}
      </details>
    </section>
  );
}

/** Goes to a section from a link to it, and opens it: a link alone would show a folded heading. */
export function openSection(id: string): void {
  const details = document.getElementById(id)?.querySelector('details');
  if (details) details.open = true;
}
