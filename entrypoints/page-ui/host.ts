import { pageRoot } from '../../lib/page/dom.ts';

/** The element that holds what is shown on the page. */
export const HOST = 'zhupi-ui';

/** Events that the page is not told of when they happen in our own boxes (its capturing listeners are first). */
const OURS = [
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup', 'pointerdown', 'pointerup'],
  ...['touchstart', 'touchend', 'wheel', 'focusin', 'focusout'],
  ...['keydown', 'keypress', 'keyup', 'input', 'change'],
];

/**
 * Puts an element of ours into the page, with a closed shadow root that page code and styles do not reach into.
 *
 * @param css the root's style sheet, written for `:host`
 * @param language a BCP 47 tag
 * @returns the element, and what is to be filled in its root
 */
export function makeHost(css: string, language: string): { host: HTMLElement; mount: HTMLElement } {
  const host = document.createElement(HOST);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const mount = document.createElement('div');
  mount.className = 'surface';
  mount.lang = language;
  for (const type of OURS) mount.addEventListener(type, (event) => event.stopPropagation());
  root.append(mount);
  pageRoot(document)?.append(host);
  return { host, mount };
}
