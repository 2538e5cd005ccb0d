import browser from 'webextension-polyfill';
import { EditorFrame } from '../../components/page/editor-frame.tsx';
import { askFromPage } from '../../lib/messages/send.ts';
import type { Anchor, Colour } from '../../lib/notes/types.ts';
import type { Span } from '../../lib/reading/types.ts';
import type { Session } from './session.ts';
import { boxFinder } from './spot.ts';

/** The frame stays so long, unseen: the key that ended the note is released after it, and not into the page. */
const LEAVE_MS = 400;

interface Draft {
  id: string | null;
  document: number;
  anchor: Anchor | null;
  colour: Colour;
}

/** The note editor on the page: a frame of ours, opened with a token that is good for one note. */
export class Editor {
  readonly #session: Session;
  #token: string | null = null;
  #back: Element | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  get isOpen(): boolean {
    return this.#token !== null;
  }

  /**
   * Opens the editor beside a place. One that is open stays: it may hold words that are not saved.
   *
   * @param blocked is told where the page does not let the frame load
   * @throws Problem where the background gives no token
   */
  async open(draft: Draft, span: Span, blocked: () => void): Promise<void> {
    const { surface, text } = this.#session;
    if (this.isOpen || !text) return;
    // A sandboxed page hands its sandbox down to the frame, where our script would not run.
    if (window.origin === 'null' && location.protocol !== 'file:') {
      blocked();
      return;
    }
    const { token } = await askFromPage('editor/open', draft);
    // The key may have been pressed twice: words may stand in the first one's frame by now.
    if (this.isOpen) return;
    this.#token = token;
    this.#back = document.activeElement;
    surface.show({
      bar: null,
      card: null,
      editorDone: false,
      editor: (
        <EditorFrame
          key={token}
          anchor={boxFinder(text.painter, { span, point: null })}
          src={`${browser.runtime.getURL('note.html')}#${token}`}
          onFail={() => {
            this.close(token);
            blocked();
          }}
        />
      ),
    });
  }

  /** Takes the frame away. @param token of the editor that is done; another one stays */
  close(token: string): void {
    if (token !== this.#token) return;
    this.#token = null;
    const { surface } = this.#session;
    const frame = surface.shown.editor;
    surface.show({ editorDone: true });
    window.getSelection()?.removeAllRanges();
    setTimeout(() => {
      if (surface.shown.editor !== frame) return;
      surface.show({ editor: null, editorDone: false });
      if (this.#back instanceof HTMLElement && this.#back.isConnected) {
        this.#back.focus({ preventScroll: true });
      }
    }, LEAVE_MS);
  }
}
