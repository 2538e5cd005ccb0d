import { t } from '../../lib/i18n/t.ts';
import { siteOf } from '../../lib/settings/quiet-sites.ts';

interface Props {
  /** Address of the page; the switch holds for its whole host. */
  url: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** Marks on this site: on or off. */
export function SiteSwitch({ url, on, onChange }: Props) {
  const host = siteOf(url);
  if (host === null) return null;
  return (
    <label class="switch">
      <input
        type="checkbox"
        data-do="marks"
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {t('marksOnSite')}
        <span class="soft small host">{host}</span>
      </span>
    </label>
  );
}
