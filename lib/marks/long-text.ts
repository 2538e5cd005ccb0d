import type { Wrap } from './wrap.ts';

/** Cutting a text node copies what follows, so marks in one long node would cost its length each. */
const LONG = 20_000;
const PIECE = 8_000;

/**
 * Cuts long text nodes into handy ones before they are marked, and joins them again at the end.
 * A whole book in one `<pre>` is such a node.
 */
export class LongText {
  #cuts: { first: Text; rest: Text[] }[] = [];

  /** @returns the same stretches, in the nodes that there are now; one across a cut becomes two */
  cut(wraps: readonly Wrap[]): Wrap[] {
    if (!wraps.some((w) => w.node.data.length > LONG)) return [...wraps];
    const parts = new Map<Text, Text[]>();
    return wraps.flatMap((w) => {
      if (w.node.data.length <= LONG && !parts.has(w.node)) return [w];
      const nodes = parts.get(w.node) ?? this.#cut(w.node);
      parts.set(w.node, nodes);
      return within(nodes, w);
    });
  }

  /** Joins what was cut, where the page has left it as it was; the marks must be off. */
  join(): void {
    for (const { first, rest } of this.#cuts) {
      let last = first;
      const inPlace: Text[] = [];
      for (const node of rest) {
        if (last.nextSibling !== node) break;
        inPlace.push(node);
        last = node;
      }
      first.appendData(inPlace.map((node) => node.data).join(''));
      for (const node of inPlace) node.remove();
    }
    this.#cuts = [];
  }

  #cut(node: Text): Text[] {
    const nodes = halve(node);
    this.#cuts.push({ first: node, rest: nodes.slice(1) });
    return nodes;
  }
}

/** Halving copies the length once for each doubling; cutting from one end would copy it for each piece. */
function halve(node: Text): Text[] {
  const length = node.data.length;
  if (length <= PIECE) return [node];
  const right = node.splitText(length >> 1);
  return [...halve(node), ...halve(right)];
}

function within(nodes: readonly Text[], wrap: Wrap): Wrap[] {
  const found: Wrap[] = [];
  let base = 0;
  for (const node of nodes) {
    const start = Math.max(wrap.start - base, 0);
    const end = Math.min(wrap.end - base, node.data.length);
    if (start < end) found.push({ ...wrap, node, start, end });
    base += node.data.length;
    if (base >= wrap.end) break;
  }
  return found;
}
