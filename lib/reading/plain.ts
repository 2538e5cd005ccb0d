import type { Input } from './types.ts';

/** Makes an input of a plain text file. Offsets are into the file's text itself. */
export function plainInput(text: string): Input {
  const blocks = [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    kind: 'para' as const,
  }));
  return {
    text,
    blocks,
    facts: { pairs: [], title: null, heading: null, meta: {}, breadcrumb: [], url: null },
  };
}
