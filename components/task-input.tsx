import { useId } from 'preact/hooks';
import { t } from '../lib/i18n/t.ts';
import type { Task } from '../lib/notes/types.ts';

interface Props {
  task: Task | null;
  onChange: (task: Task | null) => void;
}

/** Whether a note is a task, by when it is due, and whether it is done. */
export function TaskInput({ task, onChange }: Props) {
  const id = useId();
  return (
    <div class="task-input">
      <label>
        <input
          type="checkbox"
          name="task"
          checked={task !== null}
          onChange={(event) => onChange(event.currentTarget.checked ? { due: null, done: null } : null)}
        />{' '}
        {t('taskIs')}
      </label>
      {task ? (
        <>
          <label for={`${id}-due`}>{t('taskDue')}</label>
          <input
            id={`${id}-due`}
            class="field"
            type="date"
            name="due"
            value={task.due ?? ''}
            onInput={(event) => onChange({ ...task, due: event.currentTarget.value || null })}
          />
          <label>
            <input
              type="checkbox"
              name="done"
              checked={task.done !== null}
              onChange={(event) =>
                onChange({ ...task, done: event.currentTarget.checked ? new Date().toISOString() : null })
              }
            />{' '}
            {t('taskDone')}
          </label>
        </>
      ) : null}
    </div>
  );
}
