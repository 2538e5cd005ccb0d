import { FileButton } from '../../components/file-button.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Section } from '../../components/section.tsx';
import { Tick } from '../../components/tick.tsx';
import type { Toasts } from '../../components/toast.tsx';
import { useLive } from '../../components/use-live.ts';
import { shortDateWords } from '../../components/words/date.ts';
import { language } from '../../components/words/language.ts';
import type { StoredPack } from '../../lib/catalogue/pack-facts.ts';
import { t } from '../../lib/i18n/t.ts';
import { askFromOurs } from '../../lib/messages/send.ts';
import { listPacks } from '../../lib/store/packs.ts';

interface Props {
  toasts: Toasts;
  onFile: (file: File) => void;
}

/** The reader's catalogue packs: what each is, on or off, and how to get another. */
export function PacksPart({ toasts, onFile }: Props) {
  const { value: packs, problem } = useLive(listPacks, '');
  return (
    <Section id="packs" title={t('packs')} count={packs?.length ?? 0} open={false}>
      <div class="packs">
        <p class="small soft">{t('packsAbout')}</p>
        <ProblemNotice words={problem} />
        {packs?.length === 0 ? <p class="empty">{t('packsNone')}</p> : null}
        {packs && packs.length > 0 ? (
          <ul>
            {packs.map((pack) => (
              <PackRow key={pack.id} pack={pack} toasts={toasts} />
            ))}
          </ul>
        ) : null}
        <div class="buttons">
          <FileButton label={t('packsLoad')} action="load-pack" field="pack" onFile={onFile} />
        </div>
        <p class="small soft">{t('packsOpenPages')}</p>
      </div>
    </Section>
  );
}

function PackRow({ pack, toasts: { attempt } }: { pack: StoredPack; toasts: Toasts }) {
  const { id, header, asOf, bytes, version, on } = pack;
  const size = (bytes / 1_000_000).toLocaleString(language(), { maximumSignificantDigits: 2 });
  const remove = () =>
    attempt(() => askFromOurs('pack/remove', { id }), {
      text: t('packRemoved', header.name),
      undo: () => askFromOurs('pack/restore', { id }),
    });
  return (
    <li class="pack" data-pack={id}>
      <Tick
        checked={on}
        onChange={(now) =>
          attempt(() => askFromOurs('pack/switch', { id, on: now }), {
            text: t(now ? 'packSwitchedOn' : 'packSwitchedOff', header.name),
          })
        }
      >
        <strong>{header.name}</strong>
      </Tick>{' '}
      <button
        type="button"
        class="button plain"
        data-do="remove-pack"
        aria-label={t('packRemoveNamed', header.name)}
        onClick={remove}
      >
        {t('packRemove')}
      </button>
      <p class="small soft shelf-facts">
        <span>{t('packMade', header.by, shortDateWords(header.day))}</span>
        <span>{t('packFrom', header.from)}</span>
        <span>{t('packCounts', header.documents, header.named)}</span>
        <span>{t('packAsOf', shortDateWords(asOf))}</span>
        <span>{t('packFile', size, version)}</span>
      </p>
    </li>
  );
}
