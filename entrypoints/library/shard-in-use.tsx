import { useRef, useState } from 'preact/hooks';
import { Tick } from '../../components/tick.tsx';
import type { Toasts } from '../../components/toast.tsx';
import { shortDateWords } from '../../components/words/date.ts';
import { language } from '../../components/words/language.ts';
import { saidWords } from '../../components/words/said.ts';
import { t } from '../../lib/i18n/t.ts';
import { askFromOurs } from '../../lib/messages/send.ts';
import type { ShardSource } from '../../lib/settings/shard-source.ts';

const number = (value: number) => value.toLocaleString(language());

/** What a catalogue on a server is, whose key signed it, and what its server learns. */
export function ShardFacts({ source }: { source: ShardSource }) {
  const { name, maker, documents, asOf, address, fingerprint, fits } = source;
  return (
    <>
      <p>{t('shardsFacts', name, maker, number(documents), shortDateWords(asOf))}</p>
      <p class="small soft">{address}</p>
      <p class="small" data-shards="key">
        {t('shardsKey', fingerprint)}
      </p>
      <p class="small">{t('shardsLearns', number(fits.shard.median), number(fits.shard.least))}</p>
      <p class="small">{t('shardsCitations')}</p>
    </>
  );
}

/** The catalogue in use: switches, fetching all of it, emptying and removing. */
export function ShardInUse({ source, toasts }: { source: ShardSource; toasts: Toasts }) {
  const { attempt } = toasts;
  const { on, text, whole, fits, problem } = source;
  return (
    <div class="packs" data-shards="in-use">
      <ShardFacts source={source} />
      {problem ? (
        <p class="problem" role="status">
          {t('shardsLast', saidWords(problem))}
        </p>
      ) : null}
      <Tick checked={on} onChange={(now) => attempt(() => askFromOurs('shards/change', { on: now }))}>
        {t('shardsOn')}
      </Tick>
      <Tick checked={text} onChange={(now) => attempt(() => askFromOurs('shards/change', { text: now }))}>
        {t('shardsText')}
      </Tick>
      {whole ? (
        <p class="small">{t('shardsWhole')}</p>
      ) : (
        <p class="small soft">{t('shardsLearnsText', number(fits.group.median), number(fits.group.least))}</p>
      )}
      <FetchAll source={source} toasts={toasts} />
      <div class="buttons">
        <button
          type="button"
          class="button plain"
          onClick={() => attempt(() => askFromOurs('shards/empty', {}), { text: t('shardsEmptied') })}
        >
          {t('shardsEmpty')}
        </button>
        <button
          type="button"
          class="button plain"
          data-do="remove-shards"
          onClick={() => attempt(() => askFromOurs('shards/remove', {}), { text: t('shardsRemoved') })}
        >
          {t('shardsRemove')}
        </button>
      </div>
    </div>
  );
}

/** Fetches the whole catalogue, some seconds' worth at a time, until it is done or stopped. */
function FetchAll({
  source: { bytes, whole },
  toasts: { attempt, say },
}: {
  source: ShardSource;
  toasts: Toasts;
}) {
  const [share, setShare] = useState<number | null>(null);
  const stopped = useRef(false);
  const start = () => {
    stopped.current = false;
    setShare(0);
    attempt(async () => {
      let at = { next: 0, all: 1 };
      while (at.next < at.all && !stopped.current) {
        at = await askFromOurs('shards/fetch', { from: at.next });
        setShare(at.next / at.all);
      }
    }).then((worked) => {
      setShare(null);
      if (worked && stopped.current) say({ text: t('shardsStopped') });
    });
  };
  if (share !== null)
    return (
      <p class="buttons" role="status">
        {t('shardsFetching', Math.floor(share * 100))}
        <button
          type="button"
          class="button plain"
          onClick={() => {
            stopped.current = true;
          }}
        >
          {t('shardsStop')}
        </button>
      </p>
    );
  const size = Math.max(1, Math.round(bytes / 1_000_000));
  return (
    <p class="buttons">
      <span class="small soft">{whole ? null : t('shardsWholeOffer', number(size))}</span>
      <button type="button" class="button" data-do="fetch-shards" onClick={start}>
        {t(whole ? 'shardsFetchAgain' : 'shardsFetch')}
      </button>
    </p>
  );
}
