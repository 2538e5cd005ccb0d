import { useRef } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';

interface Props {
  onFile: (file: File) => void;
}

/** Picks a file to import. Dropping one anywhere on the page does the same; see `useFileDrop`. */
export function ImportButton({ onFile }: Props) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="button" data-do="import" onClick={() => field.current?.click()}>
        {t('libraryImport')}
      </button>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        aria-label={t('libraryImport')}
        hidden
        onChange={(event) => {
          const input = event.currentTarget;
          const [file] = input.files ?? [];
          if (file) onFile(file);
          // So that the same file can be picked again.
          input.value = '';
        }}
      />
    </>
  );
}
