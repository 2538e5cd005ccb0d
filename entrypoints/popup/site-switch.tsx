import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { siteOf } from '../../lib/settings/quiet-sites.ts';

interface Props {
  /** Address of the page; the switch holds for its whole host. */
  url: string;
  on: boolean;
  /** @returns whether it was done */
  onChange: (on: boolean) => Promise<boolean>;
}

/** Marks on this site: on or off. */
export function SiteSwitch({ url, on, onChange }: Props) {
  const host = siteOf(url);
  // Until the answer is there, the switch shows what it was set to, and does not jump back and forth. Only
  // the answer ends a wish: an effect that runs late must not bring an old state back under the pointer.
  const [wish, setWish] = useState<boolean | null>(null);
  useEffect(() => {
    if (wish === on) setWish(null);
  }, [wish, on]);
  if (host === null) return null;
  return (
    <label class="switch">
      <input
        type="checkbox"
        data-do="marks"
        checked={wish ?? on}
        onChange={async ({ currentTarget: { checked } }) => {
          setWish(checked);
          if (!(await onChange(checked))) setWish(null);
        }}
      />
      <span>
        {t('marksOnSite')}
        <span class="soft small host">{host}</span>
      </span>
    </label>
  );
}
