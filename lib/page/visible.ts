import { attribute, hasAttribute, isShown } from './dom.ts';

/**
 * Classes that hide a block from readers at a desk, for where there is no layout to ask: gov.cn
 * writes a body twice, `mhide` for desks and `pchide` for telephones.
 */
const NOT_AT_A_DESK =
  /(?:^|\s)(?:pchide|pc-hide|pc_hide|hidden-pc|m-show|visible-xs|hide|hidden|d-none|yh_hide)(?:\s|$)/;
const STYLED_AWAY = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/**
 * Whether a reader sees an element whose parents are seen: by its computed style in a browser, by
 * its own style and known classes in jsdom.
 */
export function isHidden(element: Element): boolean {
  const style = attribute(element, 'style');
  const names = attribute(element, 'class');
  const isMarked = hasAttribute(element, 'hidden');
  // A style sheet needs something to hold on to. Asking the browser costs more than all the rest.
  if (!names && !isMarked && !/display|visibility/i.test(style) && !attribute(element, 'id')) return false;
  const shown = isShown(element);
  if (shown !== null) return !shown;
  return isMarked || STYLED_AWAY.test(style) || NOT_AT_A_DESK.test(names);
}
