import { t } from '../lib/i18n/t.ts';
import { ANCHOR_STATES, COLOURS } from '../lib/notes/types.ts';
import { Choice } from './choice.tsx';
import { type NoteFilter, TASK_FILTERS } from './filter-notes.ts';
import type { PlacedNote } from './order-notes.ts';
import { anchorWords, colourWords, taskFilterWords } from './words/note.ts';

interface Props {
  notes: readonly PlacedNote[];
  /** How many of them the filter leaves. */
  left: number;
  filter: NoteFilter;
  onChange: (filter: NoteFilter) => void;
}

/** Chooses among a document's notes by colour, tag, where they were found, and tasks. */
export function NoteFilters({ notes, left, filter, onChange }: Props) {
  const tags = [...new Set(notes.flatMap(({ note }) => note.tags))].sort();
  const colours = COLOURS.filter((colour) => notes.some(({ note }) => note.colour === colour));
  const states = ANCHOR_STATES.filter((one) => notes.some(({ state }) => state === one));
  const hasTasks = notes.some(({ note }) => note.task !== null);
  return (
    <fieldset class="filters">
      <legend class="unseen">{t('filterNotes')}</legend>
      <Choice
        name="colour"
        label={t('noteColour')}
        all={t('filterAnyColour')}
        value={filter.colour}
        options={colours.map((colour) => [colour, colourWords(colour)] as const)}
        onChange={(colour) => onChange({ ...filter, colour })}
      />
      {tags.length > 0 ? (
        <Choice
          name="tag"
          label={t('noteTags')}
          all={t('filterAnyTag')}
          value={filter.tag}
          options={tags.map((tag) => [tag, tag] as const)}
          onChange={(tag) => onChange({ ...filter, tag })}
        />
      ) : null}
      <Choice
        name="state"
        label={t('filterState')}
        all={t('filterAnyState')}
        value={filter.state}
        options={states.map((state) => [state, anchorWords(state)] as const)}
        onChange={(state) => onChange({ ...filter, state })}
      />
      {hasTasks ? (
        <Choice
          name="task"
          label={t('taskIs')}
          all={t('filterAnyTask')}
          value={filter.task}
          options={TASK_FILTERS.map((task) => [task, taskFilterWords(task)] as const)}
          onChange={(task) => onChange({ ...filter, task })}
        />
      ) : null}
      <span class="small soft" role="status">
        {left < notes.length ? t('filterLeft', left, notes.length) : ''}
      </span>
    </fieldset>
  );
}
