import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { entryKindWords } from '../../../components/words/entry.ts';
import { keyOf } from '../../../lib/glossary/key.ts';
import { KINDS, type OwnEntry } from '../../../lib/glossary/types.ts';
import { type MessageKey, t } from '../../../lib/i18n/t.ts';

/** What the reader fills in. */
export type Draft = Pick<OwnEntry, 'term' | 'aliases' | 'kind' | 'zh' | 'en' | 'enText' | 'where'>;

export const BLANK: Draft = {
  term: '',
  aliases: [],
  kind: 'concept',
  zh: '',
  en: '',
  enText: '',
  where: null,
};

interface Props {
  draft: Draft;
  /** The term of a bundled entry that is corrected can't be another. */
  fixedTerm: boolean;
  onSave: (draft: Draft) => void;
  onCancel: () => void;
}

/** Writes or corrects an entry. Says what is missing beside the button, and loses nothing. */
export function EntryForm({ draft, fixedTerm, onSave, onCancel }: Props) {
  const [now, setNow] = useState(draft);
  const [problem, setProblem] = useState<MessageKey | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input:not([readonly]), textarea')?.focus();
  }, []);
  const set = (change: Partial<Draft>) => setNow((before) => ({ ...before, ...change }));
  return (
    <form
      ref={form}
      class="entry-form"
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = whatIsMissing(now);
        setProblem(wrong);
        if (!wrong)
          onSave({ ...now, aliases: now.aliases.filter(Boolean), where: now.where?.trim() || null });
      }}
    >
      <Line
        label={t('glossaryTerm')}
        value={now.term}
        readonly={fixedTerm}
        lang="zh"
        on={(term) => set({ term })}
      />
      <Line
        label={t('glossaryAliases')}
        value={now.aliases.join('；')}
        lang="zh"
        on={(words) => set({ aliases: words.split(/[；;\n]/).map((word) => word.trim()) })}
      />
      <label>
        <span>{t('glossaryKind')}</span>
        <select
          class="field"
          value={now.kind}
          onChange={(event) => {
            const kind = KINDS.find((one) => one === event.currentTarget.value);
            if (kind) set({ kind });
          }}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {entryKindWords(kind)}
            </option>
          ))}
        </select>
      </label>
      <Line label={t('glossaryZh')} value={now.zh} lang="zh" long on={(zh) => set({ zh })} />
      <Line label={t('glossaryEn')} value={now.en} lang="en" on={(en) => set({ en })} />
      <Line label={t('glossaryEnText')} value={now.enText} lang="en" long on={(enText) => set({ enText })} />
      <Line label={t('glossaryWhere')} value={now.where ?? ''} lang="zh" on={(where) => set({ where })} />
      <ProblemNotice words={problem && t(problem)} />
      <p class="buttons">
        <button type="submit" class="button main" data-do="save-entry">
          {t('glossarySave')}
        </button>
        <button type="button" class="button plain" onClick={onCancel}>
          {t('glossaryCancel')}
        </button>
      </p>
    </form>
  );
}

function whatIsMissing({ term, zh, en, enText }: Draft): MessageKey | null {
  if (keyOf(term).length < 2) return 'glossaryTermTooShort';
  return zh.trim() || en.trim() || enText.trim() ? null : 'glossarySaysNothing';
}

interface LineProps {
  label: string;
  value: string;
  lang: string;
  long?: boolean;
  readonly?: boolean;
  on: (value: string) => void;
}

function Line({ label, value, lang, long = false, readonly = false, on }: LineProps) {
  const id = useId();
  const field = { id, class: 'field', lang, value, readOnly: readonly };
  return (
    <p>
      <label for={id}>{label}</label>
      {long ? (
        <textarea {...field} rows={3} maxLength={2000} onInput={(event) => on(event.currentTarget.value)} />
      ) : (
        <input {...field} type="text" maxLength={300} onInput={(event) => on(event.currentTarget.value)} />
      )}
    </p>
  );
}
