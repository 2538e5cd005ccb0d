import { LAYERS, type Shown } from './spans.ts';

/** The text with its coloured stretches; where several lie over each other the outermost layer comes last in the title. */
export function Painted({ text, spans }: { text: string; spans: Shown[] }) {
  const borders = [...new Set([0, text.length, ...spans.flatMap((s) => [s.start, s.end])])].sort(
    (a, b) => a - b,
  );
  const byStart = [...spans].sort((a, b) => a.start - b.start);
  let open: Shown[] = [];
  let next = 0;
  return (
    <pre class="text">
      {borders.slice(0, -1).map((start, i) => {
        const end = borders[i + 1] ?? text.length;
        open = open.filter((s) => s.end > start);
        for (let s = byStart[next]; s && s.start <= start; s = byStart[++next])
          if (s.end > start) open.push(s);
        const piece = text.slice(start, end);
        if (open.length === 0) return piece;
        const top = [...open].sort((a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer));
        return (
          <span
            key={start}
            id={`at-${start}`}
            class={top.map((s) => `${s.layer} ${s.verdict}`).join(' ')}
            title={top.map((s) => s.words).join('\n\n')}
          >
            {piece}
          </span>
        );
      })}
    </pre>
  );
}
