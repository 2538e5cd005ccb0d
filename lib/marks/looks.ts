import type { Mark } from './types.ts';

/** The element that a mark is. A name of our own, so that a page's rules for span or mark miss it. */
export const TAG = 'zhupi-mark';

/** Looks are numbers in the page, so that its code learns nothing from them that it could not guess. */
const LOOKS = [
  'term',
  'use',
  'deadline',
  'citation',
  'vermilion',
  'amber',
  'jade',
  'indigo',
  'flash',
  'altered',
  'glossary',
] as const;
export type Look = (typeof LOOKS)[number];

/** The look of a mark: a note's is its colour. */
export function lookOf(mark: Mark | 'flash'): Look {
  if (mark === 'flash') return 'flash';
  if (mark.kind !== 'note') return mark.kind;
  return LOOKS.find((look) => look === mark.shade) ?? 'vermilion';
}

/** What stands in a mark's attribute: the numbers of its looks, each once. */
export function lookNumbers(looks: readonly Look[]): string {
  return [...new Set(looks)].map((look) => LOOKS.indexOf(look) + 1).join(' ');
}

interface Palette {
  red: string;
  blue: string;
  grey: string;
  notes: Record<'vermilion' | 'amber' | 'jade' | 'indigo', [line: string, wash: string]>;
  flash: string;
  /** Of the hatching behind a sentence that differs: it lies under the page's text, so it must stay faint. */
  hatch: string;
}

/** Lines keep a contrast of 3:1 to the ground, washes leave the page's own text readable. */
const LIGHT: Palette = {
  red: '#c8321f',
  blue: '#3d5f8a',
  grey: '#6f6a62',
  notes: {
    vermilion: ['#c8321f', 'rgb(217 68 47 / 0.17)'],
    amber: ['#a06a00', 'rgb(245 180 40 / 0.28)'],
    jade: ['#1f7a50', 'rgb(47 148 103 / 0.18)'],
    indigo: ['#4357b0', 'rgb(77 98 184 / 0.17)'],
  },
  flash: 'rgb(255 196 60 / 0.6)',
  hatch: 'rgb(60 60 60 / 0.32)',
};

const DARK: Palette = {
  red: '#ff8a73',
  blue: '#9db8dc',
  grey: '#b3aca2',
  notes: {
    vermilion: ['#ff8a73', 'rgb(240 112 92 / 0.28)'],
    amber: ['#f0c273', 'rgb(227 176 75 / 0.26)'],
    jade: ['#7fd0a6', 'rgb(92 184 141 / 0.26)'],
    indigo: ['#a9b6f2', 'rgb(139 156 230 / 0.3)'],
  },
  flash: 'rgb(255 196 60 / 0.45)',
  hatch: 'rgb(255 255 255 / 0.24)',
};

/** More specific than anything a page is likely to say of all its elements. */
const MARK = `${TAG}:not(#_):not(#_)`;

function rule(look: Look, ...declarations: string[]): string {
  const number = LOOKS.indexOf(look) + 1;
  return `${MARK}[data-k~="${number}"]{${declarations.map((d) => `${d}!important`).join(';')}}`;
}

/**
 * The style sheet of all marks. Nothing in it takes space: `all: unset` leaves an inline box with the
 * page's own font and colour, lines are text decorations, grounds are backgrounds. The four colours of
 * notes also differ in their line, for readers who do not tell colours apart.
 *
 * @param dark the page's text stands on a dark ground
 */
export function marksCss(dark: boolean): string {
  const { red, blue, grey, notes, flash, hatch } = dark ? DARK : LIGHT;
  const line = (style: string, width: string, colour: string) => [
    `text-decoration:underline ${style} ${width} ${colour}`,
    'text-underline-offset:0.18em',
  ];
  const note = (look: keyof Palette['notes'], style: string, width: string) => {
    const [colour, wash] = notes[look];
    return rule(look, ...line(style, width, colour), `background-color:${wash}`);
  };
  /** Under a note, whose line takes the place of its own, a finding is a line at the foot of the box. */
  const foot = (look: Look, width: string, colour: string) =>
    rule(look, `box-shadow:inset 0 -${width} ${colour}`).replace(
      MARK,
      `${MARK}:is(${(Object.keys(notes) as Look[]).map((n) => `[data-k~="${LOOKS.indexOf(n) + 1}"]`).join(',')})`,
    );
  return [
    `${MARK}{all:unset!important;cursor:pointer!important}`,
    `:any-link ${MARK}{cursor:inherit!important}`,
    // The quietest of all: it explains what the page takes for granted.
    rule('glossary', ...line('dotted', '1px', grey)),
    rule('use', ...line('dotted', '1px', red)),
    rule('citation', ...line('dashed', '1px', blue)),
    rule('term', ...line('dotted', '2px', red)),
    rule('deadline', ...line('solid', '2px', red)),
    note('vermilion', 'solid', '3px'),
    note('amber', 'dashed', '2px'),
    note('jade', 'wavy', '1.5px'),
    note('indigo', 'double', '1px'),
    foot('glossary', '1px', grey),
    foot('use', '1px', red),
    foot('citation', '1px', blue),
    foot('term', '1px', red),
    foot('deadline', '2px', red),
    // Told by its pattern, not by a colour, and in no other look's way: those are lines and plain grounds.
    rule('altered', `background-image:repeating-linear-gradient(135deg,${hatch} 0 1px,transparent 1px 5px)`),
    rule('flash', `background-color:${flash}`),
    `@media print{${MARK}{background:none!important}}`,
    // Grounds go where the reader's own few colours take the place of a page's; lines stay, and tell the notes apart.
    `@media (forced-colors:active){${rule('altered', 'outline:1px dashed')}${rule('flash', 'outline:3px solid Highlight')}}`,
  ].join('\n');
}

/** The style sheet of the ring around the current mark. @param numbers of its pieces */
export function ringCss(numbers: readonly number[], dark: boolean): string {
  if (numbers.length === 0) return '';
  const which = numbers.map((n) => `${MARK}[data-n="${n}"]`).join(',');
  return `${which}{outline:2px solid ${dark ? DARK.red : LIGHT.red}!important;outline-offset:1px!important;border-radius:2px!important}`;
}
