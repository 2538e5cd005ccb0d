import { attribute, hasAttributes, tagOf } from './dom.ts';

const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption ' +
    'figure form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu ol p pre section summary table ' +
    'tbody td tfoot th thead tr ul'
  ).split(' '),
);
const BOLD_TAGS = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th']);

export type Align = '' | 'left' | 'center' | 'right' | 'justify';

/** What an element's own style says of its text. `''` and null where it says nothing. */
interface Styled {
  align: Align;
  bold: boolean | null;
  block: boolean | null;
  pre: boolean | null;
}

const NOTHING: Styled = { align: '', bold: null, block: null, pre: null };

/** Styles are read once each: a page pasted from Word repeats a few thousands of times. */
const known = new Map<string, Styled>();
const MOST_KNOWN = 2000;

function parse(style: string): Styled {
  const align =
    /(?:^|[;\s])text-align\s*:\s*(center|right|left|justify)/i.exec(style)?.[1]?.toLowerCase() ?? '';
  const weight = /(?:^|[;\s])font-weight\s*:\s*(bold|[6-9]00|normal|[1-5]00)/i
    .exec(style)?.[1]
    ?.toLowerCase();
  const display = /(?:^|[;\s])display\s*:\s*([a-z-]+)/i.exec(style)?.[1]?.toLowerCase();
  const space = /(?:^|[;\s])white-space\s*:\s*([a-z-]+)/i.exec(style)?.[1]?.toLowerCase();
  return {
    align: align as Align,
    bold: weight ? weight === 'bold' || /^[6-9]/.test(weight) : null,
    block: display ? !display.startsWith('inline') && display !== 'contents' : null,
    pre: space ? space.startsWith('pre') : null,
  };
}

function styledBy(style: string): Styled {
  if (!style) return NOTHING;
  const found = known.get(style);
  if (found) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const styled = parse(style);
  known.set(style, styled);
  return styled;
}

/** How an element changes the text in it, by its tag, its `align` and its own style: the same in every browser and in jsdom. */
export function styleOf(element: Element): Styled & { heading: number } {
  const tag = tagOf(element);
  const isPlain = !hasAttributes(element);
  const styled = isPlain ? NOTHING : styledBy(attribute(element, 'style'));
  const given = isPlain ? '' : attribute(element, 'align').toLowerCase();
  const align =
    styled.align ||
    (tag === 'center' ? 'center' : /^(?:center|right|left|justify)$/.test(given) ? given : '');
  return {
    align: align as Align,
    bold: styled.bold ?? (BOLD_TAGS.has(tag) ? true : null),
    block: styled.block ?? BLOCK_TAGS.has(tag),
    pre: styled.pre ?? (tag === 'pre' ? true : null),
    heading: /^h[1-6]$/.test(tag) ? Number(tag[1]) : 0,
  };
}
