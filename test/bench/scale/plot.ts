import { Resvg } from '@resvg/resvg-js';

/** One line of a plot: values by catalogue size; a missing size is where it could not be measured. */
export interface Line {
  name: string;
  colour: string;
  points: [size: number, value: number][];
}

/** A plot with logarithmic scales on both sides. */
export interface Plot {
  title: string;
  /** What stands at a value of the upright scale. */
  unit: (value: number) => string;
  budget?: { value: number; name: string };
  lines: Line[];
}

const WIDTH = 520;
const HEIGHT = 340;
const LEFT = 78;
const TOP = 44;
const RIGHT = 40;
const BOTTOM = 92;
const SIZES = [50, 10_000, 100_000, 1_000_000];

/** Draws plots beside and below each other. @returns a PNG */
export function drawPlots(plots: readonly Plot[]): Uint8Array {
  const rows = Math.ceil(plots.length / 2);
  const parts = plots.map((plot, at) => {
    const x = (at % 2) * WIDTH;
    const y = Math.floor(at / 2) * HEIGHT;
    return `<g transform="translate(${x} ${y})">${draw(plot)}</g>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH * 2}" height="${HEIGHT * rows}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fffdf8"/>${parts.join('')}</svg>`;
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: 1.5 }, font: { loadSystemFonts: true } })
    .render()
    .asPng();
}

function draw({ title, unit, budget, lines }: Plot): string {
  const values = [...lines.flatMap(({ points }) => points.map(([, value]) => value)), budget?.value ?? 0];
  const most = Math.ceil(Math.log10(Math.max(...values.filter((value) => value > 0))));
  const least = Math.floor(Math.log10(Math.min(...values.filter((value) => value > 0))));
  const bottom = HEIGHT - BOTTOM;
  const x = (size: number) => LEFT + ((WIDTH - LEFT - RIGHT) * Math.log10(size / 50)) / Math.log10(20_000);
  const y = (value: number) =>
    bottom - ((bottom - TOP) * (Math.log10(value) - least)) / Math.max(1, most - least);
  const grid = Array.from({ length: most - least + 1 }, (_, k) => 10 ** (least + k)).map(
    (value) =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(value)}" y2="${y(value)}" stroke="#e4ddd0"/>${text(LEFT - 8, y(value) + 4, unit(value), 'end')}`,
  );
  const sizes = SIZES.map((size) => text(x(size), bottom + 18, size.toLocaleString('en'), 'middle'));
  const limit = budget
    ? `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(budget.value)}" y2="${y(budget.value)}" stroke="#c0392b" stroke-dasharray="5 4"/>${text(WIDTH - RIGHT, y(budget.value) - 5, budget.name, 'end', '#c0392b')}`
    : '';
  const curves = lines.map(({ name, colour, points }, at) => {
    const path = points.map(([size, value], k) => `${k ? 'L' : 'M'}${x(size)} ${y(value)}`).join('');
    const dots = points.map(
      ([size, value]) => `<circle cx="${x(size)}" cy="${y(value)}" r="3.5" fill="${colour}"/>`,
    );
    const legendX = LEFT + (at % 2) * 205;
    const legendY = bottom + 40 + Math.floor(at / 2) * 17;
    const legend = `<rect x="${legendX}" y="${legendY - 9}" width="10" height="10" fill="${colour}"/>${text(legendX + 15, legendY, name, 'start')}`;
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}${legend}`;
  });
  return `${text(LEFT, 26, title, 'start', '#222', 15)}${grid.join('')}${sizes.join('')}${limit}${curves.join('')}`;
}

function text(x: number, y: number, words: string, anchor: string, colour = '#444', size = 12): string {
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${colour}" font-size="${size}">${safe}</text>`;
}
