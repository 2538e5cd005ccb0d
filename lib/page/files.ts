/** Links to files beside a text: they are no text of it, whatever name they carry. */

/** An address of a file rather than of a page. */
export const FILE_ADDRESS =
  /\.(?:pdf|docx?|xlsx?|wps|et|ofd|ceb|zip|rar|7z|pptx?|txt|csv|jpe?g|png|gif)(?:[?#]|$)|(?:^|\/)downfile|download/i;
/** A file's name. */
export const FILE_NAME = /\.(?:pdf|docx?|xlsx?|wps|et|ofd|ceb|zip|rar|7z|pptx?|csv)\s*$/i;

const LABEL = /^\s*附\s*[件表录]?\s*\d{0,2}\s*[:：.．、]?\s*(?:\d{0,2}\s*[.．、])?/;

/** How much of a line is a label of files: 附件：1. */
export function labelLength(text: string): number {
  return LABEL.exec(text)?.[0].length ?? 0;
}
