import { useMemo } from 'preact/hooks';
import { taskFitter } from '../../../components/filter-notes.ts';
import { t } from '../../../lib/i18n/t.ts';
import type { NoteSearch } from '../../../lib/notes/search.ts';
import { today } from '../../../lib/settings/today.ts';
import { NO_WISH, type Wish } from './choose.ts';

interface Props {
  search: NoteSearch;
  /** Another one whenever the notes are others. */
  turn: number;
  wish: Wish;
  onWish: (wish: Wish) => void;
}

/** What is overdue and what is due soon, where anything is: each a click away. */
export function Due({ search, turn, wish, onWish }: Props) {
  const day = today();
  const counts = useMemo(() => {
    const count = (wanted: 'overdue' | 'soon') => {
      const fits = taskFitter(wanted, day);
      return search.count(({ task, due }) => fits(task, due));
    };
    return [['overdue', count('overdue')] as const, ['soon', count('soon')] as const];
  }, [search, turn, day]);
  const due = counts.filter(([, count]) => count > 0);
  if (due.length === 0) return null;
  return (
    <p class="due">
      {due.map(([task, count]) => (
        <button
          key={task}
          type="button"
          class="button"
          data-do={`due-${task}`}
          aria-pressed={wish.task === task}
          onClick={() => onWish(wish.task === task ? NO_WISH : { ...NO_WISH, task, sort: 'due' })}
        >
          {t(task === 'overdue' ? 'dueOverdue' : 'dueSoon', count)}
        </button>
      ))}
    </p>
  );
}
