import { useEffect, useRef, useState } from 'preact/hooks';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import type { Toasts } from '../../../components/toast.tsx';
import { useLive } from '../../../components/use-live.ts';
import { useOpened } from '../../../components/use-opened.ts';
import { momentWords } from '../../../components/words/moment.ts';
import { sizeWords } from '../../../components/words/size.ts';
import { t } from '../../../lib/i18n/t.ts';
import { storeCounts } from '../../../lib/store/read-pages.ts';

interface Room {
  /** The browser has promised not to throw the data away by itself; null where it does not say. */
  persisted: boolean | null;
  /** Bytes in use by everything of Zhupi's; null where the browser does not say. */
  used: number | null;
}

async function lookAtRoom(): Promise<Room> {
  const { storage } = navigator;
  const persisted = (await storage?.persisted?.().catch(() => null)) ?? null;
  const used = (await storage?.estimate?.().catch(() => null))?.usage ?? null;
  return { persisted, used };
}

/** How the store stands: how much is in it, and whether the browser has promised to keep it. */
export function StoreState({ toasts: { attempt } }: { toasts: Toasts }) {
  const place = useRef<HTMLElement>(null);
  const opened = useOpened(place);
  // With 100,000 notes, counting after each change would take longer than the change.
  const { value: counts, problem } = useLive(
    () => (opened ? storeCounts() : Promise.resolve(null)),
    String(opened),
  );
  const [room, setRoom] = useState<Room | null>(null);
  useEffect(() => {
    // With `unlimitedStorage` both browsers answer this without asking the reader.
    const ask = async () => {
      const before = await lookAtRoom();
      setRoom(before);
      if (before.persisted === false && (await navigator.storage.persist())) setRoom(await lookAtRoom());
    };
    ask().catch(() => undefined);
  }, []);
  const persist = () =>
    attempt(async () => {
      await navigator.storage.persist();
      setRoom(await lookAtRoom());
    });
  return (
    <section ref={place} aria-labelledby="safe-state">
      <h3 id="safe-state">{t('safeState')}</h3>
      <ProblemNotice words={problem} />
      {counts ? (
        <p data-about="store">
          {t('safeCounts', counts.notes, counts.bin)}{' '}
          {counts.last ? t('safeLastWritten', momentWords(counts.last)) : ''}
        </p>
      ) : null}
      {room?.used ? <p class="small soft">{t('safeRoom', sizeWords(room.used))}</p> : null}
      {room?.persisted === true ? <p class="small soft">{t('safePersisted')}</p> : null}
      {room?.persisted === false ? (
        <p class="small">
          {t('safeNotPersisted')}{' '}
          <button type="button" class="button plain" data-do="persist" onClick={persist}>
            {t('safePersist')}
          </button>
        </p>
      ) : null}
    </section>
  );
}
