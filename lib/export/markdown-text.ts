/**
 * Characters that can begin something in Markdown, or in what Obsidian adds to it, wherever they stand.
 * A backslash before them makes them plain text (CommonMark 2.4).
 */
const SPECIAL = /[\\`*_[\]<>|~$#^]|&(?=#?\w+;)|%(?=%)|=(?==)|(?<==)=|!(?=\[)|(?<=\w)@(?=\w)/g;

/** A list or an underlined heading, which are such only at the start of a line. */
const LINE_START = /^(?:[-+](?=\s|$)|[-+=](?=[-+=\s]*$))/;
const ORDERED = /^(\d{1,9})([.)])(?=\s|$)/;

/**
 * Text as Markdown that shows exactly that text, on as many lines. White space at the ends of a line,
 * which could make code or a line break of it, is left out.
 */
export function escapeMarkdown(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) =>
      line.trim().replace(SPECIAL, '\\$&').replace(LINE_START, '\\$&').replace(ORDERED, '$1\\$2'),
    )
    .join('\n');
}

/** Text as a Markdown block quote, each of its lines a paragraph. */
export function blockquote(text: string): string {
  const lines = escapeMarkdown(text).split('\n').filter(Boolean);
  return lines.map((line) => `> ${line}`).join('\n>\n');
}

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/**
 * What the reader wrote, which is Markdown already: left as it is, but for a code block that was not
 * closed and would take in the notes after it.
 */
export function closedMarkdown(body: string): string {
  let open = '';
  for (const line of body.split('\n')) {
    const [, fence = '', rest = ''] = FENCE.exec(line) ?? [];
    if (!fence) continue;
    if (!open) open = fence[0] === '`' && rest.includes('`') ? '' : fence;
    else if (fence[0] === open[0] && fence.length >= open.length && !rest.trim()) open = '';
  }
  const trimmed = body.replace(/\s+$/, '');
  return open ? `${trimmed}\n${open}` : trimmed;
}

/** A tag as Obsidian knows it (`#期限`), or as plain text where it has characters such a tag can't have. */
export function hashTag(tag: string): string {
  return /^[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*$/u.test(tag) ? `#${tag}` : escapeMarkdown(tag);
}
