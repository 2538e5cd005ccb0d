/**
 * Copies text, also from a frame inside a page, where the Clipboard API is closed to us: then the
 * field that holds the text is selected and copied the old way.
 *
 * @returns whether it was copied; where not, the text stays selected for the reader's own copy key
 */
export async function copyText(text: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.focus();
    field?.select();
    return document.execCommand('copy');
  }
}
