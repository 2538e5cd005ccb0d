import { t } from '../../lib/i18n/t.ts';
import { alteredWords } from '../words/altered.ts';

interface Props {
  /** The known text has no such sentence, rather than another one in its place. */
  added: boolean;
  /** Title of the document whose text is known. */
  title: string;
}

/** A sentence that differs from the text as published. How it ran there is not known: only its fingerprint is. */
export function AlteredCard(altered: Props) {
  return (
    <section class="about" data-about="altered">
      <h2>{t('cardAlteredTitle')}</h2>
      <p class="small">{alteredWords(altered)}</p>
      <p class="small soft">{t('cardAlteredHow')}</p>
    </section>
  );
}
