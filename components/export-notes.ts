import type { ExportFormat } from './export-buttons.tsx';
import type { OutFile } from './save-file.ts';
export async function exportNotes(_keys: readonly string[] | null, _format: ExportFormat): Promise<OutFile> {
  return { name: 'x', type: 'text/plain', text: '' };
}
