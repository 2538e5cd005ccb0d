/** What stands in front matter: text or a list of texts; null is left out. */
export type YamlValue = string | readonly string[] | null;

/**
 * Writes YAML front matter with its two `---` lines. Every text is a double-quoted scalar, so that
 * nothing a page says can be read as anything but text.
 */
export function frontMatter(values: Record<string, YamlValue>): string {
  const lines = Object.entries(values).flatMap(([key, value]) => {
    if (value === null || value.length === 0) return [];
    if (typeof value === 'string') return [`${key}: ${quoted(value)}`];
    return [`${key}:`, ...value.map((item) => `  - ${quoted(item)}`)];
  });
  return ['---', ...lines, '---', ''].join('\n');
}

/**
 * JSON strings are YAML double-quoted scalars (YAML 1.2, 5.7 and 7.3.1), but for a few characters that
 * YAML calls breaks or not printable and JSON leaves bare.
 */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
