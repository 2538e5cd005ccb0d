import { saveFile } from '../../../components/save-file.ts';
import type { Toasts } from '../../../components/toast.tsx';
import { fileName } from '../../../lib/export/file-name.ts';
import { ownTermsFromJson, ownTermsToJson } from '../../../lib/export/own-terms.ts';
import { keyOf } from '../../../lib/glossary/key.ts';
import type { OwnChange } from '../../../lib/glossary/own.ts';
import type { Known, OwnEntry } from '../../../lib/glossary/types.ts';
import { t } from '../../../lib/i18n/t.ts';
import { askFromOurs, Problem } from '../../../lib/messages/send.ts';
import { today } from '../../../lib/settings/today.ts';
import type { Draft } from './form.tsx';

/** What the reader may do to the glossary. Each says what it did and can be undone, or says why it failed. */
export interface Deeds {
  /** @param before the entry that is corrected or edited; null for a new one */
  write: (draft: Draft, before: Known | null) => Promise<boolean>;
  remove: (entry: Known) => Promise<boolean>;
  hide: (entry: Known) => Promise<boolean>;
  /** Shows a hidden term again. */
  show: (entry: OwnEntry) => Promise<boolean>;
  save: () => Promise<boolean>;
  load: (file: File) => Promise<boolean>;
}

/** @param own the reader's entries as they are stored */
export function deedsOn(own: readonly OwnEntry[], { attempt, say }: Toasts): Deeds {
  const change = async (wanted: OwnChange, said: string) => {
    let undo: OwnChange | null = null;
    const worked = await attempt(async () => {
      undo = await askFromOurs('glossary/change', wanted);
    });
    const back = undo;
    if (worked && back) say({ text: said, undo: () => askFromOurs('glossary/change', back) });
    return worked;
  };
  const storedOf = (entry: Known) => own.find(({ key }) => key === keyOf(entry.term));
  const withId = (draft: Draft, hidden: boolean, before: OwnEntry | undefined): OwnEntry => {
    const { term, aliases, kind, zh, en, enText, where } = draft;
    const now = new Date().toISOString();
    return {
      id: before?.id ?? crypto.randomUUID(),
      key: keyOf(term),
      hidden,
      ...{ term, aliases, kind, zh, en, enText, where },
      created: before?.created ?? now,
      updated: now,
    };
  };
  return {
    write: (draft, before) => {
      const entry = withId(draft, false, before ? storedOf(before) : undefined);
      return change({ put: [entry], remove: [] }, t('glossarySaved', entry.term));
    },
    remove: (entry) => {
      const stored = storedOf(entry);
      return change({ put: [], remove: stored ? [stored.id] : [] }, t('glossaryRemoved', entry.term));
    },
    hide: (entry) =>
      change({ put: [withId(entry, true, storedOf(entry))], remove: [] }, t('glossaryHidden', entry.term)),
    show: (entry) => change({ put: [], remove: [entry.id] }, t('glossaryShown', entry.term)),
    save: () =>
      attempt(async () => {
        if (own.length === 0) throw new Problem('glossaryNothingOwn');
        const text = ownTermsToJson(own, new Date().toISOString());
        const name = t('glossaryFileName');
        saveFile({ name: fileName(`${name} ${today()}`, 'json', name), type: 'application/json', text });
      }),
    load: async (file) => {
      let put: OwnEntry[] = [];
      const read = await attempt(async () => {
        put = ownTermsFromJson(await file.text());
      });
      return read && change({ put, remove: [] }, t('glossaryImported', put.length));
    },
  };
}
