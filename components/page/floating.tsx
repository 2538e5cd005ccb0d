import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { pageRoot } from '../../lib/page/dom.ts';
import { type Box, placeBox } from './place.ts';

interface Props {
  /** Where on the page it belongs, now; null where that can't be told, then it stays where it is. */
  anchor: () => Box | null;
  class: string;
  role: 'dialog' | 'toolbar' | 'group';
  label: string;
  /** Takes the focus when it appears. */
  focus?: boolean;
  children: ComponentChildren;
}

/** A box beside a place on the page, that scrolls along with it. */
export function Floating({ anchor, class: name, role, label, focus = false, children }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const find = useRef(anchor);
  find.current = anchor;

  useLayoutEffect(() => {
    const box = element.current;
    const view = box?.ownerDocument.defaultView;
    if (!box || !view) return;
    /** How far the box lies from its place, kept while scrolling. */
    let off = { left: 0, top: 0 };
    const moveTo = (left: number, top: number) => {
      box.style.left = `${Math.round(left)}px`;
      box.style.top = `${Math.round(top)}px`;
    };
    const settle = () => {
      const at = find.current();
      if (!at) return;
      const { left, top } = placeBox(at, box.getBoundingClientRect(), {
        width: pageRoot(view.document)?.clientWidth ?? view.innerWidth,
        height: view.innerHeight,
      });
      off = { left: left - at.left, top: top - at.top };
      moveTo(left, top);
    };
    const along = () => {
      const at = find.current();
      if (at) moveTo(at.left + off.left, at.top + off.top);
    };
    settle();
    const sizes = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(settle);
    sizes?.observe(box);
    // Scroll events of inner boxes do not bubble.
    view.addEventListener('scroll', along, { capture: true, passive: true });
    view.addEventListener('resize', settle);
    return () => {
      sizes?.disconnect();
      view.removeEventListener('scroll', along, { capture: true });
      view.removeEventListener('resize', settle);
    };
  }, []);

  useEffect(() => {
    if (focus) element.current?.focus({ preventScroll: true });
  }, [focus]);

  const said = { role, 'aria-label': label, ...(focus ? { tabIndex: -1 } : {}) };
  return (
    <div ref={element} class={`floating ${name}`} {...said}>
      {children}
    </div>
  );
}
