import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../lib/i18n/t.ts';
import { problemWords } from './words/said.ts';

/** One short message at the foot of a page: what happened, or why it did not. */
export interface Toast {
  text: string;
  problem?: boolean;
  undo?: () => Promise<unknown>;
  /** Something else that can be done about it. */
  act?: { label: string; run: () => Promise<unknown> };
}

export interface Toasts {
  toast: Toast | null;
  say: (toast: Toast | null) => void;
  /** Does something that may fail; says `done` after it, or why it failed. Gives back whether it worked. */
  attempt: (action: () => Promise<unknown>, done?: Toast) => Promise<boolean>;
}

/** The page's one toast. */
export function useToasts(): Toasts {
  const [toast, say] = useState<Toast | null>(null);
  const attempt = useCallback(async (action: () => Promise<unknown>, done?: Toast) => {
    try {
      await action();
      say(done ?? null);
      return true;
    } catch (error) {
      say({ text: problemWords(error), problem: true });
      return false;
    }
  }, []);
  return { toast, say, attempt };
}

/** Stays until it is closed or another takes its place: an undo that vanishes by itself is no undo. */
export function ToastBar({ toasts: { toast, say, attempt } }: { toasts: Toasts }) {
  const { undo, act } = toast ?? {};
  const firstButton = useRef<HTMLButtonElement>(null);
  // The button that deleted something went away with it, and took the focus along.
  useEffect(() => firstButton.current?.focus(), [toast]);
  return (
    <div class="toast-place" role="status">
      {toast ? (
        <div class={toast.problem ? 'toast problem' : 'toast'}>
          <span>{toast.text}</span>
          <span class="buttons">
            {undo ? (
              <button
                ref={firstButton}
                type="button"
                class="button"
                data-do="undo"
                onClick={() => attempt(undo, { text: t('toastUndone') })}
              >
                {t('toastUndo')}
              </button>
            ) : null}
            {act ? (
              <button ref={firstButton} type="button" class="button" data-do="act" onClick={act.run}>
                {act.label}
              </button>
            ) : null}
            <button type="button" class="button plain" onClick={() => say(null)}>
              {t('toastClose')}
            </button>
          </span>
        </div>
      ) : null}
    </div>
  );
}
