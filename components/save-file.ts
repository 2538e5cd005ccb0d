/** A file to hand to the reader. */
export interface OutFile {
  name: string;
  type: string;
  text: string;
}

/**
 * Saves a file through the browser's own download, which needs no permission of us.
 *
 * The address of the blob is kept for a minute: Firefox starts the download after the click returns.
 */
export function saveFile({ name, type, text }: OutFile): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
