import { useEffect, useState } from 'preact/hooks';
import { ColourChoice } from '../../components/colour-choice.tsx';
import { Section } from '../../components/section.tsx';
import { Tick } from '../../components/tick.tsx';
import type { Toasts } from '../../components/toast.tsx';
import { type MessageKey, t } from '../../lib/i18n/t.ts';
import { withMarks } from '../../lib/settings/quiet-sites.ts';
import { changeSettings, readSettings, watchSettings } from '../../lib/settings/settings.ts';
import type { Settings } from '../../lib/settings/types.ts';
import { GlossaryOften } from './glossary/often.tsx';

const MARKS: [keyof Settings['marks'], MessageKey][] = [
  ['deadlines', 'panelDeadlines'],
  ['terms', 'panelTerms'],
  ['citations', 'panelCitations'],
  ['differences', 'settingsDifferences'],
];

/** What is marked on pages, in which colour the next highlight is, and the sites without marks. */
export function SettingsPart({ toasts: { attempt } }: { toasts: Toasts }) {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    attempt(async () => setSettings(await readSettings()));
    return watchSettings(setSettings);
  }, [attempt]);
  if (!settings) return null;
  const change = (how: (before: Settings) => Settings) =>
    attempt(async () => setSettings(await changeSettings(how)));
  return (
    <Section id="settings" title={t('settings')} open={false}>
      <div class="settings">
        <fieldset>
          <legend>{t('settingsMarks')}</legend>
          {MARKS.map(([part, name]) => (
            <Tick
              key={part}
              checked={settings.marks[part]}
              onChange={(on) => change((before) => ({ ...before, marks: { ...before.marks, [part]: on } }))}
            >
              {t(name)}
            </Tick>
          ))}
        </fieldset>
        <GlossaryOften value={settings.glossary} attempt={attempt} />
        <div>
          <p>{t('settingsColour')}</p>
          <ColourChoice
            name="settings-colour"
            value={settings.colour}
            onChange={(colour) => change((before) => ({ ...before, colour }))}
          />
        </div>
        <div>
          <p>{t('settingsQuiet')}</p>
          {settings.quietSites.length === 0 ? (
            <p class="soft small">{t('settingsNoQuiet')}</p>
          ) : (
            <ul>
              {settings.quietSites.map((site) => (
                <li key={site}>
                  {site}{' '}
                  <button
                    type="button"
                    class="button plain"
                    aria-label={t('settingsMarkAgainOn', site)}
                    onClick={() => change((before) => withMarks(before, site, true))}
                  >
                    {t('settingsMarkAgain')}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </Section>
  );
}
