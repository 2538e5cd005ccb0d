import { t } from '../lib/i18n/t.ts';
import type { Task } from '../lib/notes/types.ts';
import { today } from '../lib/settings/today.ts';
import { daysLeftWords, shortDateWords } from './words/date.ts';

interface Props {
  task: Task;
  /** Ticks it off, or opens it again. */
  onDone: (task: Task) => void;
}

/** Whether a task is open, overdue or done. */
export function taskState({ due, done }: Task, day: string): 'open' | 'overdue' | 'done' {
  if (done !== null) return 'done';
  return due !== null && due < day ? 'overdue' : 'open';
}

/** What a note says is to be done, with a box to tick. */
export function NoteTask({ task, onDone }: Props) {
  const day = today();
  const state = taskState(task, day);
  const words = task.due ? t('taskDueOn', shortDateWords(task.due)) : t('taskNoDay');
  return (
    <label class="note-task" data-task={state}>
      <input
        type="checkbox"
        data-do="done"
        checked={task.done !== null}
        onChange={(event) =>
          onDone({ ...task, done: event.currentTarget.checked ? new Date().toISOString() : null })
        }
      />{' '}
      <span>{words}</span>
      {task.due && state !== 'done' ? <span class="small soft"> {daysLeftWords(task.due, day)}</span> : null}
      {state === 'overdue' ? <strong> {t('taskOverdue')}</strong> : null}
      {state === 'done' ? <span class="small soft"> {t('taskIsDone')}</span> : null}
    </label>
  );
}
