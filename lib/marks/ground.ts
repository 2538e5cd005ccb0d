type Rgba = [red: number, green: number, blue: number, alpha: number];

/** @param colour as `getComputedStyle` gives it: `rgb(…)` or `rgba(…)`; null for another notation */
function parseColour(colour: string): Rgba | null {
  const parts = /^rgba?\(([^)]*)\)$/
    .exec(colour)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean)
    .map(Number.parseFloat);
  if (!parts || parts.length < 3 || parts.some(Number.isNaN)) return null;
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts;
  return [red, green, blue, alpha];
}

/** Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it. */
export function luminance([red, green, blue]: Rgba): number {
  const linear = (value: number) => {
    const c = value / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/**
 * Whether an element's text stands on a dark ground: by the first background colour on the way up,
 * else by the colour of the text itself (a page without a background has the browser's).
 */
export function onDark(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view) return false;
  for (let e: Element | null = element; e; e = e.parentElement) {
    const ground = parseColour(view.getComputedStyle(e).backgroundColor);
    if (ground && ground[3] > 0.5) return luminance(ground) < 0.25;
  }
  const text = parseColour(view.getComputedStyle(element).color);
  return text !== null && luminance(text) > 0.5;
}
