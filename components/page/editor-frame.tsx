import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { Floating } from './floating.tsx';
import type { Box } from './place.ts';

/** A frame of ours is there in a second or two; a page that stops it never tells. */
const PATIENCE_MS = 10_000;

interface Props {
  anchor: () => Box | null;
  /** Address of the note editor with its token. */
  src: string;
  /** The page does not let the frame load. */
  onFail: () => void;
}

/** The note editor in a frame of its own, where the page can't listen to what is typed. */
export function EditorFrame({ anchor, src, onFail }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const fail = useRef(onFail);
  fail.current = onFail;

  useEffect(() => {
    const timer = setTimeout(() => fail.current(), PATIENCE_MS);
    const element = frame.current;
    const loaded = () => {
      clearTimeout(timer);
      if (element && isBlank(element)) fail.current();
      else element?.focus();
    };
    element?.addEventListener('load', loaded);
    return () => {
      clearTimeout(timer);
      element?.removeEventListener('load', loaded);
    };
  }, []);

  return (
    <Floating class="editor-box" role="group" label={t('readerEditorFrame')} anchor={anchor}>
      <iframe ref={frame} src={src} title={t('readerEditorFrame')} />
    </Floating>
  );
}

/** A frame that was stopped stays at a blank page, which can be looked into; ours can't. */
function isBlank(frame: HTMLIFrameElement): boolean {
  try {
    return frame.contentDocument?.URL === 'about:blank';
  } catch {
    return false;
  }
}
