import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { plainInput } from '../../lib/reading/plain.ts';
import { read } from '../../lib/reading/read.ts';
import { Painted } from './painted.tsx';
import { LAYERS, type Labels, type Layer, type Shown, shownSpans } from './spans.ts';

/** A developer's view of the reading: what is found in a text, in colour, beside the hand labels. */
function View() {
  const [ids, setIds] = useState<string[]>([]);
  const [id, setId] = useState(location.hash.slice(1));
  const [text, setText] = useState('');
  const [labels, setLabels] = useState<Labels | null>(null);
  const [shown, setShown] = useState<Set<Layer>>(new Set(LAYERS.slice(0, 4)));

  useEffect(() => {
    void ask<{ ids: string[] }>('/corpus/').then((answer) => setIds(answer.ids));
  }, []);
  useEffect(() => {
    if (!id) return;
    location.hash = id;
    void ask<{ text: string; labels: Labels | null }>(`/corpus/${id}`).then((answer) => {
      setText(answer.text);
      setLabels(answer.labels);
    });
  }, [id]);

  const input = useMemo(() => plainInput(text), [text]);
  const spans = useMemo(() => shownSpans(read(input), labels), [input, labels]);
  const visible = spans.filter((s) => shown.has(s.layer));
  const toggle = (layer: Layer) =>
    setShown((old) => new Set(old.has(layer) ? [...old].filter((l) => l !== layer) : [...old, layer]));

  return (
    <main>
      <header>
        <select value={id} onChange={(e) => setId(e.currentTarget.value)}>
          <option value="">own text</option>
          {ids.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
        {LAYERS.map((layer) => (
          <label key={layer} class={layer}>
            <input type="checkbox" checked={shown.has(layer)} onChange={() => toggle(layer)} />
            {layer} {spans.filter((s) => s.layer === layer && s.verdict !== 'missed').length}
          </label>
        ))}
        {labels && <Differences spans={spans} text={text} />}
      </header>
      {!id && (
        <textarea
          placeholder="Paste a text here, or choose one above"
          value={text}
          onInput={(e) => setText(e.currentTarget.value)}
        />
      )}
      <Painted text={input.text} spans={visible} />
    </main>
  );
}

/** What the labels and the reading disagree on, as links to the places. */
function Differences({ spans, text }: { spans: Shown[]; text: string }) {
  const different = spans.filter((s) => s.verdict !== 'found');
  return (
    <details>
      <summary>{different.length} against the labels</summary>
      {different.map((s) => (
        <a
          key={`${s.layer}${s.start}`}
          class={s.verdict}
          href={`#at-${s.start}`}
          title={s.words}
          onClick={jump(s.start)}
        >
          {s.verdict} {s.layer}: {text.slice(s.start, Math.min(s.end, s.start + 40))}
        </a>
      ))}
    </details>
  );
}

/** Scrolls without touching the hash, which names the text. */
const jump = (start: number) => (event: Event) => {
  event.preventDefault();
  document.getElementById(`at-${start}`)?.scrollIntoView({ block: 'center' });
};

const ask = async <T,>(path: string): Promise<T> => (await fetch(path)).json();

const app = document.getElementById('app');
if (app) render(<View />, app);
