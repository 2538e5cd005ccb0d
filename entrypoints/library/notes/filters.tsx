import { Choice } from '../../../components/choice.tsx';
import { TASK_FILTERS } from '../../../components/filter-notes.ts';
import { anchorWords, colourWords, taskFilterWords } from '../../../components/words/note.ts';
import { type MessageKey, t } from '../../../lib/i18n/t.ts';
import { ANCHOR_STATES, COLOURS, type NotedDocument } from '../../../lib/notes/types.ts';
import { isNarrow, NO_WISH, placeOf, SORTS, type Sort, type Wish } from './choose.ts';

const SORT_WORDS: Record<Sort, MessageKey> = {
  updated: 'sortUpdated',
  created: 'sortCreated',
  due: 'sortDue',
  document: 'sortDocument',
};

/** Documents, issuers and tags offered in one list: nobody reads on. */
const OFFERED = 500;

interface Props {
  wish: Wish;
  /** With notes, the last read first. */
  documents: readonly NotedDocument[];
  /** How many notes each document has, by its key; null while that is not known. */
  counts: ReadonlyMap<string, number> | null;
  tags: readonly string[];
  onChange: (wish: Wish) => void;
}

/** Chooses which of all notes are shown, and in which order. */
export function LibraryFilters({ wish, documents, counts, tags, onChange }: Props) {
  const issuers = counted(documents.flatMap((one) => one.issuers));
  const places = counted(documents.flatMap((one) => placeOf(one) ?? []));
  const same = (word: string) => [word, word] as const;
  const day = (name: 'from' | 'to', label: string) => (
    <label class="choice">
      <span class="small soft">{label}</span>{' '}
      <input
        class="field"
        type="date"
        name={name}
        value={wish[name] ?? ''}
        onInput={(event) => onChange({ ...wish, [name]: event.currentTarget.value || null })}
      />
    </label>
  );
  return (
    <fieldset class="filters">
      <legend class="unseen">{t('filterNotes')}</legend>
      <Choice
        name="document"
        label={t('filterDocument')}
        all={t('filterAnyDocument')}
        value={wish.document}
        options={documents.slice(0, OFFERED).map((one) => {
          const count = counts?.get(one.key);
          return [one.key, count === undefined ? nameOf(one) : `${nameOf(one)} (${count})`] as const;
        })}
        onChange={(document) => onChange({ ...wish, document })}
      />
      <Choice
        name="issuer"
        label={t('identityIssuers')}
        all={t('filterAnyIssuer')}
        value={wish.issuer}
        options={issuers.slice(0, OFFERED).map(same)}
        onChange={(issuer) => onChange({ ...wish, issuer })}
      />
      {places.length > 0 ? (
        <Choice
          name="place"
          label={t('filterPlace')}
          all={t('filterAnyPlace')}
          value={wish.place}
          options={places.slice(0, OFFERED).map(same)}
          onChange={(place) => onChange({ ...wish, place })}
        />
      ) : null}
      <Choice
        name="tag"
        label={t('noteTags')}
        all={t('filterAnyTag')}
        value={wish.tag}
        options={tags.slice(0, OFFERED).map(same)}
        onChange={(tag) => onChange({ ...wish, tag })}
      />
      <Choice
        name="colour"
        label={t('noteColour')}
        all={t('filterAnyColour')}
        value={wish.colour}
        options={COLOURS.map((colour) => [colour, colourWords(colour)] as const)}
        onChange={(colour) => onChange({ ...wish, colour })}
      />
      <Choice
        name="task"
        label={t('taskIs')}
        all={t('filterAnyTask')}
        value={wish.task}
        options={TASK_FILTERS.map((task) => [task, taskFilterWords(task)] as const)}
        onChange={(task) => onChange({ ...wish, task })}
      />
      <Choice
        name="state"
        label={t('filterState')}
        all={t('filterAnyState')}
        value={wish.state}
        options={([...ANCHOR_STATES, 'unseen'] as const).map(
          (state) => [state, state === 'unseen' ? t('anchorUnseen') : anchorWords(state)] as const,
        )}
        onChange={(state) => onChange({ ...wish, state })}
      />
      {day('from', t('filterFrom'))}
      {day('to', t('filterTo'))}
      <Choice
        name="sort"
        label={t('sortBy')}
        all={t(SORT_WORDS.updated)}
        value={wish.sort === 'updated' ? null : wish.sort}
        options={SORTS.filter((sort) => sort !== 'updated').map(
          (sort) => [sort, t(SORT_WORDS[sort])] as const,
        )}
        onChange={(sort) => onChange({ ...wish, sort: sort ?? 'updated' })}
      />
      {isNarrow(wish) ? (
        <button
          type="button"
          class="button plain"
          data-do="clear-filters"
          onClick={() => onChange({ ...NO_WISH, sort: wish.sort })}
        >
          {t('filterClear')}
        </button>
      ) : null}
    </fieldset>
  );
}

/** What a document is called in a list. */
export function nameOf({ title, noticeTitle, docNumber, addresses }: NotedDocument): string {
  return title ?? noticeTitle ?? docNumber ?? addresses[0] ?? t('identityUntitled');
}

/** Each word once, the most frequent first. */
function counted(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, x], [, y]) => y - x).map(([word]) => word);
}
