import { type ComponentChild, render } from 'preact';
import css from '../../assets/styles/page.css?inline';
import { type Toast, ToastBar, type Toasts } from '../../components/toast.tsx';
import { language } from '../../components/words/language.ts';
import { problemWords } from '../../components/words/said.ts';
import { makeHost } from './host.ts';

interface Shown {
  card: ComponentChild;
  bar: ComponentChild;
  editor: ComponentChild;
  /** The editor is done and about to go. */
  editorDone: boolean;
  toast: Toast | null;
  /** Read out by screen readers, not seen. */
  said: string;
}

const NOTHING: Shown = { card: null, bar: null, editor: null, editorDone: false, toast: null, said: '' };

/** What Zhupi shows on the page, in a closed shadow root that page code and styles do not reach into. */
export class Surface {
  readonly #changed: () => void;
  readonly #language = language();
  #shown: Shown = NOTHING;
  #host: HTMLElement | null = null;
  #mount: HTMLElement | null = null;
  #over = false;

  /** @param changed is told after each change of what is shown */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get shown(): Readonly<Shown> {
    return this.#shown;
  }

  /** Changes a part of what is shown; where nothing is left, nothing of ours stays in the page. */
  show(part: Partial<Shown>): void {
    if (this.#over) return;
    this.#shown = { ...this.#shown, ...part };
    this.#render();
    this.#changed();
  }

  #render(): void {
    const { card, bar, editor, editorDone, toast, said } = this.#shown;
    if (!card && !bar && !editor && !toast && !said) {
      this.#unmount();
      return;
    }
    this.#mount ??= this.#build();
    const toasts = this.#toasts();
    render(
      <>
        {bar}
        {card}
        <div class={editorDone ? 'leaving' : ''}>{editor}</div>
        <ToastBar toasts={toasts} />
        <p class="unseen" aria-live="polite">
          {said}
        </p>
      </>,
      this.#mount,
    );
  }

  /** Tells the reader something. */
  say(text: string, undo?: () => Promise<unknown>): void {
    this.show({ toast: undo ? { text, undo } : { text } });
  }

  /** Tells the reader why something failed. */
  tellProblem(error: unknown): void {
    this.show({ toast: { text: problemWords(error), problem: true } });
  }

  /** Whether an event happened in what we show: a closed root shows its host only. */
  holds(event: Event): boolean {
    return this.#host !== null && event.target === this.#host;
  }

  /** Takes everything away, for good: what is answered after that shows nothing. */
  clear(): void {
    this.#over = true;
    this.#shown = NOTHING;
    this.#unmount();
  }

  #unmount(): void {
    if (this.#mount) render(null, this.#mount);
    this.#host?.remove();
    this.#host = null;
    this.#mount = null;
  }

  #build(): HTMLElement {
    // The tokens are written for a document of ours; here the host stands for its root.
    const { host, mount } = makeHost(css.replaceAll(':root', ':host'), this.#language);
    this.#host = host;
    return mount;
  }

  #toasts(): Toasts {
    const say = (toast: Toast | null) => this.show({ toast });
    return {
      toast: this.#shown.toast,
      say,
      attempt: async (action, done) => {
        try {
          await action();
          say(done ?? null);
          return true;
        } catch (error) {
          this.tellProblem(error);
          return false;
        }
      },
    };
  }
}
