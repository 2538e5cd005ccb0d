import { t } from '../lib/i18n/t.ts';

export type ExportFormat = 'markdown' | 'json';

interface Props {
  /** What is exported, for screen readers. */
  label: string;
  disabled?: boolean;
  onExport: (format: ExportFormat) => void;
}

/** One button for each file that notes can be saved as. */
export function ExportButtons({ label, disabled = false, onExport }: Props) {
  return (
    <fieldset class="buttons">
      <legend class="unseen">{label}</legend>
      <button
        type="button"
        class="button"
        data-do="export-markdown"
        disabled={disabled}
        onClick={() => onExport('markdown')}
      >
        {t('exportMarkdown')}
      </button>
      <button
        type="button"
        class="button"
        data-do="export-json"
        disabled={disabled}
        onClick={() => onExport('json')}
      >
        {t('exportJson')}
      </button>
    </fieldset>
  );
}
