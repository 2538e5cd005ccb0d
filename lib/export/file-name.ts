/** Names that Windows keeps for devices, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

/** What no file name may hold on one system or another, and what can't be seen or turns the reading direction. */
const FORBIDDEN = /[<>:"/\\|?*]|\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}|\p{Co}/gu;

/** Bytes of UTF-8 that a name may have on most file systems, with room for ` (1)` and the like. */
const MOST_BYTES = 200;

/**
 * Makes a file name of a title that every system accepts.
 *
 * @param title any text
 * @param ending such as `md`, without the dot
 * @param otherwise the name where nothing of the title is left
 */
export function fileName(title: string, ending: string, otherwise: string): string {
  const clean = title
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(FORBIDDEN, ' ')
    .replace(/ +/g, ' ')
    .replace(/^[ .~-]+/, '');
  const cut = trimEnd(cutTo(clean, MOST_BYTES - ending.length - 1));
  const name = cut || otherwise;
  return `${RESERVED.test(name) ? `_${name}` : name}.${ending}`;
}

/** The longest start of a text that has no more bytes than allowed, no character cut in two. */
function cutTo(text: string, most: number): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let cut = '';
  for (const char of text) {
    bytes += encoder.encode(char).length;
    if (bytes > most) break;
    cut += char;
  }
  return cut;
}

/** Windows drops dots and blanks at the end of a name. */
function trimEnd(name: string): string {
  return name.replace(/[ .]+$/, '');
}
