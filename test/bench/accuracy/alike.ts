/** A text as the scorer compares it: width, white space, quotation marks and title marks do not count. */
export function norm(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFKC')
    .replace(/[\s“”"‘’'《》〈〉]/g, '')
    .replace(/[—–―]/g, '-');
}

/** How alike two texts are, 0 to 1, after Ratcliff and Obershelp: twice the matched length over both lengths. */
export function likeness(a: string, b: string): number {
  const x = norm(a);
  const y = norm(b);
  return x && y ? (2 * matched(x, 0, x.length, y, 0, y.length)) / (x.length + y.length) : 0;
}

function matched(x: string, a: number, b: number, y: string, c: number, d: number): number {
  let best = 0;
  let at = a;
  let to = c;
  let runs = new Map<number, number>();
  for (let i = a; i < b; i++) {
    const next = new Map<number, number>();
    for (let j = y.indexOf(x.charAt(i), c); j >= 0 && j < d; j = y.indexOf(x.charAt(i), j + 1)) {
      const length = (runs.get(j - 1) ?? 0) + 1;
      next.set(j, length);
      if (length > best) {
        best = length;
        at = i - length + 1;
        to = j - length + 1;
      }
    }
    runs = next;
  }
  if (best === 0) return 0;
  return best + matched(x, a, at, y, c, to) + matched(x, at + best, b, y, to + best, d);
}
