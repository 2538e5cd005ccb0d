import { t } from '../lib/i18n/t.ts';
import type { Toasts } from './toast.tsx';

/** Copies a citation as plain text, and says so; where the browser does not let us, the citation is shown. */
export async function copyCitation(citation: string, { say }: Toasts): Promise<void> {
  try {
    await navigator.clipboard.writeText(citation);
    say({ text: t('citeCopied') });
  } catch {
    say({ text: t('citeFailed', citation), problem: true });
  }
}
