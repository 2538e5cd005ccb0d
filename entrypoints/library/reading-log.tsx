import { useCallback, useEffect, useState } from 'preact/hooks';
import { LongList } from '../../components/long-list.tsx';
import { Section } from '../../components/section.tsx';
import { Tick } from '../../components/tick.tsx';
import type { Toasts } from '../../components/toast.tsx';
import { shortDateWords } from '../../components/words/date.ts';
import { t } from '../../lib/i18n/t.ts';
import { webAddresses } from '../../lib/notes/web-addresses.ts';
import { clearLog, type Logged, MOST_LOGGED, readLog } from '../../lib/settings/reading-log.ts';
import { changeSettings, readSettings, watchSettings } from '../../lib/settings/settings.ts';
import { useStored } from './safe/use-stored.ts';

/** Whether all documents that are read are listed, and that list. */
export function ReadingLogPart({ toasts: { attempt } }: { toasts: Toasts }) {
  const [on, setOn] = useState<boolean | null>(null);
  const log = useStored(readLog);
  useEffect(() => {
    attempt(async () => setOn((await readSettings()).readingLog));
    return watchSettings(({ readingLog }) => setOn(readingLog));
  }, [attempt]);
  const row = useCallback((entry: Logged) => <LogRow key={`${entry.day} ${entry.key}`} entry={entry} />, []);
  if (on === null) return null;
  return (
    <Section id="reading-log" title={t('logTitle')} count={log?.length ?? 0} open={false}>
      <p class="small soft">{t('logAbout', MOST_LOGGED)}</p>
      <Tick
        name="reading-log"
        checked={on}
        onChange={(readingLog) => attempt(() => changeSettings((before) => ({ ...before, readingLog })))}
      >
        {t('logKeep')}
      </Tick>
      {log && log.length > 0 ? (
        <>
          <LongList items={log} row={row} />
          <button
            type="button"
            class="button"
            data-do="clear-log"
            onClick={() => attempt(clearLog, { text: t('logCleared') })}
          >
            {t('logClear')}
          </button>
        </>
      ) : (
        <p class="empty">{t(on ? 'logEmpty' : 'logOff')}</p>
      )}
    </Section>
  );
}

function LogRow({ entry: { day, title, docNumber, address } }: { entry: Logged }) {
  const name = title ?? docNumber ?? address;
  const [link] = webAddresses({ addresses: [address] });
  return (
    <li data-logged={day}>
      <span class="small soft">{shortDateWords(day)}</span>{' '}
      {link ? (
        <a href={link} target="_blank" rel="noreferrer" lang="zh">
          {name}
        </a>
      ) : (
        <span lang="zh">{name}</span>
      )}{' '}
      {docNumber ? (
        <span class="small soft" lang="zh">
          {docNumber}
        </span>
      ) : null}
    </li>
  );
}
