import { useId, useState } from 'preact/hooks';
import { Choice } from '../../../components/choice.tsx';
import { ExportButtons } from '../../../components/export-buttons.tsx';
import { exportChosen } from '../../../components/export-notes.ts';
import { saveFile } from '../../../components/save-file.ts';
import { splitTags } from '../../../components/tag-words.ts';
import type { Toasts } from '../../../components/toast.tsx';
import { t } from '../../../lib/i18n/t.ts';
import { askFromOurs } from '../../../lib/messages/send.ts';
import type { NotedDocument } from '../../../lib/notes/types.ts';
import { nameOf } from './filters.tsx';

/** Documents offered to move notes to. */
const OFFERED = 500;

interface Props {
  /** Ids of the notes chosen. */
  chosen: ReadonlySet<string>;
  /** How many were found, and a way to choose them all. */
  found: number;
  onAll: () => void;
  onNone: () => void;
  documents: readonly NotedDocument[];
  tags: readonly string[];
  toasts: Toasts;
}

type Change = Parameters<typeof askFromOurs<'notes/change'>>[1]['change'];

/** What can be done with many notes at once. All of it can be taken back. */
export function Bulk({ chosen, found, onAll, onNone, documents, tags, toasts }: Props) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const { attempt, say } = toasts;
  const ids = [...chosen];

  const change = async (what: Change, done: string) => {
    let batch: string | null = null;
    const worked = await attempt(async () => {
      batch = (await askFromOurs('notes/change', { ids, change: what })).batch;
    });
    if (!worked) return;
    const undo = batch;
    say(
      undo === null ? { text: done } : { text: done, undo: () => askFromOurs('notes/undo', { batch: undo }) },
    );
    onNone();
  };
  const words = splitTags(typed, true).tags;
  const tag = (part: 'addTags' | 'removeTags', done: string) => {
    if (words.length === 0) return;
    void change({ [part]: words }, done);
    setTyped('');
  };

  return (
    <fieldset class="bulk" data-chosen={ids.length}>
      <legend class="small">{t('bulkChosen', ids.length)}</legend>
      <div class="buttons">
        {ids.length < found ? (
          <button type="button" class="button plain" data-do="choose-all" onClick={onAll}>
            {t('bulkAll', found)}
          </button>
        ) : null}
        <button type="button" class="button plain" data-do="choose-none" onClick={onNone}>
          {t('bulkNone')}
        </button>
        <button
          type="button"
          class="button"
          data-do="bulk-delete"
          onClick={() => change({ deleted: true }, t('bulkDeleted', ids.length))}
        >
          {t('bulkDelete')}
        </button>
        <ExportButtons
          label={t('bulkExport')}
          onExport={(format) => attempt(async () => saveFile(await exportChosen(ids, format)))}
        />
      </div>
      <div class="buttons">
        <label for={`${id}-tag`} class="small soft">
          {t('bulkTag')}
        </label>
        <input
          id={`${id}-tag`}
          class="field"
          list={`${id}-tags`}
          name="bulk-tag"
          autocomplete="off"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) tag('addTags', t('bulkTagged', ids.length));
          }}
        />
        <datalist id={`${id}-tags`}>
          {tags.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <button
          type="button"
          class="button"
          data-do="bulk-tag"
          disabled={words.length === 0}
          onClick={() => tag('addTags', t('bulkTagged', ids.length))}
        >
          {t('bulkTagAdd')}
        </button>
        <button
          type="button"
          class="button"
          data-do="bulk-untag"
          disabled={words.length === 0}
          onClick={() => tag('removeTags', t('bulkUntagged', ids.length))}
        >
          {t('bulkTagRemove')}
        </button>
        <Choice
          name="move"
          label={t('bulkMove')}
          all={t('bulkMove')}
          value={null}
          options={documents.slice(0, OFFERED).map((one) => [one.key, nameOf(one)] as const)}
          onChange={(document) => {
            if (document !== null) void change({ document }, t('bulkMoved', ids.length));
          }}
        />
      </div>
    </fieldset>
  );
}
