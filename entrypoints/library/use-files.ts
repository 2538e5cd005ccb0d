import { openSection } from '../../components/section.tsx';
import type { Toast, Toasts } from '../../components/toast.tsx';
import { t } from '../../lib/i18n/t.ts';
import { importFile } from './import-file.ts';
import { isPack, loadPack } from './pack-file.ts';
import { useFileDrop } from './use-file-drop.ts';

/**
 * Takes in files of notes and packs, picked or dropped anywhere on the page, and says what came of it.
 *
 * @returns what takes a file of notes, what takes a pack, and whether a file hovers over the page now
 */
export function useFiles(toasts: Toasts) {
  const onFile = async (file: File) => {
    let done: Toast | null = null;
    await toasts.attempt(async () => {
      done = await importFile(file);
    });
    if (done) toasts.say(done);
  };
  const onPack = async (file: File) => {
    let name = '';
    const worked = await toasts.attempt(async () => {
      name = (await loadPack(file)).header.name;
    });
    if (!worked) return;
    toasts.say({ text: t('packLoaded', name) });
    openSection('packs');
  };
  const over = useFileDrop(async (file) => ((await isPack(file)) ? onPack(file) : onFile(file)));
  return { onFile, onPack, over };
}
