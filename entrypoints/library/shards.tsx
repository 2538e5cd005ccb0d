import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { Section } from '../../components/section.tsx';
import type { Toasts } from '../../components/toast.tsx';
import { t } from '../../lib/i18n/t.ts';
import { askFromOurs, Problem } from '../../lib/messages/send.ts';
import { shardAddress } from '../../lib/settings/shard-address.ts';
import { readShardSource, type ShardSource, watchShardSource } from '../../lib/settings/shard-source.ts';
import { ShardFacts, ShardInUse } from './shard-in-use.tsx';

/** A catalogue on a server: off until the reader enters an address, looks at what is there and takes it. */
export function ShardsPart({ toasts }: { toasts: Toasts }) {
  const [source, setSource] = useState<ShardSource | null | undefined>(undefined);
  const { attempt } = toasts;
  useEffect(() => {
    attempt(async () => setSource(await readShardSource()));
    return watchShardSource(setSource);
  }, [attempt]);
  if (source === undefined) return null;
  return (
    <Section id="shards" title={t('shardsTitle')} open={false}>
      <div class="packs">
        <p class="small soft">{t('shardsAbout')}</p>
        {source ? <ShardInUse source={source} toasts={toasts} /> : <NewShards toasts={toasts} />}
      </div>
    </Section>
  );
}

/** An address is entered, what is there is shown with its key, and taken or left. */
function NewShards({ toasts: { attempt, say } }: { toasts: Toasts }) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [met, setMet] = useState<ShardSource | null>(null);

  const look = () => {
    const read = shardAddress(typed);
    if ('wrong' in read) return say({ text: t(read.wrong), problem: true });
    // The first thing in the click: browsers refuse the question after anything was waited for.
    const asked = browser.permissions.request({ origins: [read.pattern] });
    setBusy(true);
    attempt(async () => {
      if (!(await asked)) throw new Problem('shardsDenied');
      setMet(await askFromOurs('shards/meet', { address: read.address }));
    }).then(() => setBusy(false));
  };

  const take = ({ address, key, name }: ShardSource) =>
    attempt(() => askFromOurs('shards/use', { address, key }), { text: t('shardsTaken', name) });

  if (met)
    return (
      <div class="packs" data-shards="met">
        <ShardFacts source={met} />
        <p class="small">{t('shardsKeyAdvice')}</p>
        <div class="buttons">
          <button type="button" class="button" data-do="use-shards" onClick={() => take(met)}>
            {t('shardsUse')}
          </button>
          <button type="button" class="button plain" onClick={() => setMet(null)}>
            {t('shardsCancel')}
          </button>
        </div>
      </div>
    );
  return (
    <form
      class="buttons"
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      <label class="small" for="shards-address">
        {t('shardsAddress')}
      </label>
      <input
        id="shards-address"
        class="field"
        type="text"
        inputMode="url"
        spellcheck={false}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class="button" data-do="look-at-shards" disabled={busy}>
        {t(busy ? 'shardsLooking' : 'shardsLook')}
      </button>
    </form>
  );
}
