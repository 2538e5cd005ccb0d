import { t } from '../../lib/i18n/t.ts';
import type { NotedDocument } from '../../lib/notes/types.ts';
import { webAddresses } from '../../lib/notes/web-addresses.ts';

interface Props {
  document: Pick<NotedDocument, 'addresses'> | undefined;
  /** What the document is called: several links on a page are told apart by it. */
  name: string;
}

/** The link to the page where a document was read last; nothing where that is no web page. */
export function PageLink({ document, name }: Props) {
  const [address] = document ? webAddresses(document) : [];
  if (!address) return null;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {t('libraryOpenPage')}
      <span class="unseen">{` ${name}`}</span>
    </a>
  );
}
