import { FileButton } from '../../components/file-button.tsx';
import { t } from '../../lib/i18n/t.ts';

interface Props {
  onFile: (file: File) => void;
}

/** Picks a file to import. Dropping one anywhere on the page does the same; see `useFiles`. */
export function ImportButton({ onFile }: Props) {
  return (
    <FileButton label={t('libraryImport')} action="import" accept=".json,application/json" onFile={onFile} />
  );
}
