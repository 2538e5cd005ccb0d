/** Where things stand in the picture of relations, in its own units: one is a CSS pixel in a panel of 320. */

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const WIDTH = 288;
const CELL = { width: 80, height: 56 };
const MIDDLE = { narrow: 80, wide: 190, height: 60 };
const BETWEEN = 36;
/** Room at the edges for the signs on the corners of the boxes. */
const RIM = 8;
const SIDE = 3;
/** The picture holds no more; the list beneath it has them all. */
export const MOST = 8;
const ROW = 3;

export interface Layout {
  height: number;
  middle: Rect;
  /** In the order of what was given: incoming ones above where there is room, the others below. */
  cells: Rect[];
}

/**
 * Lays out at most `MOST` boxes around one: what is done to the document above it, what it does to others
 * below, and beside it what found no room there.
 *
 * @param incoming for each box, whether it acts on the one in the middle
 */
export function layOut(incoming: readonly boolean[]): Layout {
  const rows: [above: number[], beside: number[], below: number[]] = [[], [], []];
  const [above, beside, below] = rows;
  incoming.slice(0, MOST).forEach((isIncoming, k) => {
    const [own, other] = isIncoming ? [above, below] : [below, above];
    const row = [own, beside, other].find((one) => one.length < (one === beside ? 2 : ROW));
    row?.push(k);
  });
  const top = above.length > 0 ? CELL.height + BETWEEN : 0;
  const width = beside.length > 0 ? MIDDLE.narrow : MIDDLE.wide;
  const middle = { x: (WIDTH - width) / 2, y: RIM + top, width, height: MIDDLE.height };
  const cells: Rect[] = [];
  const place = (row: number[], y: number, lefts: number[]) => {
    row.forEach((k, i) => {
      cells[k] = { x: lefts[i] ?? 0, y, ...CELL };
    });
  };
  place(above, RIM, spread(above.length));
  place(beside, middle.y + (MIDDLE.height - CELL.height) / 2, [SIDE, WIDTH - SIDE - CELL.width]);
  place(below, middle.y + MIDDLE.height + BETWEEN, spread(below.length));
  const bottom = below.length > 0 ? CELL.height + BETWEEN : 0;
  return { height: middle.y + MIDDLE.height + bottom + RIM, middle, cells };
}

/** Left edges of one to three boxes, spread over the width. */
function spread(count: number): number[] {
  const step = (WIDTH - CELL.width) / 2 - SIDE;
  const steps = [[1], [0.5, 1.5], [0, 1, 2]][count - 1] ?? [];
  return steps.map((many) => SIDE + many * step);
}

/** The line between two boxes, from border to border. */
export function lineBetween(from: Rect, to: Rect): { x1: number; y1: number; x2: number; y2: number } {
  const start = border(from, centre(to));
  const end = border(to, centre(from));
  return { x1: start.x, y1: start.y, x2: end.x, y2: end.y };
}

const centre = ({ x, y, width, height }: Rect) => ({ x: x + width / 2, y: y + height / 2 });

/** Where the way from a box's middle to a point leaves the box. */
function border(rect: Rect, toward: { x: number; y: number }): { x: number; y: number } {
  const from = centre(rect);
  const [dx, dy] = [toward.x - from.x, toward.y - from.y];
  const share = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : rect.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : rect.height / 2 / Math.abs(dy),
  );
  const reach = Number.isFinite(share) ? share : 0;
  return { x: from.x + dx * reach, y: from.y + dy * reach };
}

/** What every title begins with says least: the state, the issuers, 关于. */
const HEAD =
  /^(?:中华人民共和国)?(?:.{2,40}?(?:人民政府|办公厅|办公室|委员会|[局厅部委院署])(?=关于))?(?:关于)?/;

/**
 * A title in a few short lines.
 *
 * @param room how wide a line is, in Chinese characters; a Latin letter takes half of one
 * @param count how many lines there may be; what does not fit is cut, with an ellipsis
 */
export function titleLines(title: string, room: number, count: number): string[] {
  const plain = title.replace(/\s+/g, ' ').trim();
  const short = plain.replace(HEAD, '') || plain;
  const lines: string[] = [''];
  let used = 0;
  for (const char of short) {
    const wide = /[ -ɏ]/.test(char) ? 0.55 : 1;
    if (used + wide > room) {
      if (lines.length === count) {
        const last = lines.length - 1;
        lines[last] = `${[...(lines[last] ?? '')].slice(0, -1).join('')}…`;
        return lines;
      }
      lines.push('');
      used = 0;
    }
    lines[lines.length - 1] += char;
    used += wide;
  }
  return lines;
}
