import { useId } from 'preact/hooks';
import { t } from '../lib/i18n/t.ts';
import type { Task } from '../lib/notes/types.ts';
import { Tick } from './tick.tsx';

interface Props {
  task: Task | null;
  onChange: (task: Task | null) => void;
}

/** Whether a note is a task, by when it is due, and whether it is done. */
export function TaskInput({ task, onChange }: Props) {
  const id = useId();
  return (
    <div class="task-input">
      <Tick
        name="task"
        checked={task !== null}
        onChange={(is) => onChange(is ? { due: null, done: null } : null)}
      >
        {t('taskIs')}
      </Tick>
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
          <Tick
            name="done"
            checked={task.done !== null}
            onChange={(is) => onChange({ ...task, done: is ? new Date().toISOString() : null })}
          >
            {t('taskDone')}
          </Tick>
        </>
      ) : null}
    </div>
  );
}
