import { t } from '../../lib/i18n/t.ts';

/** What is said of a sentence that the known text of a document does not have so. */
export function alteredWords({ added, title }: { added: boolean; title: string }): string {
  return t(added ? 'cardAdded' : 'cardAltered', title);
}
