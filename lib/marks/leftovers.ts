import { allIn } from '../page/dom.ts';
import { TAG } from './looks.ts';
import { unwrapAll } from './wrap.ts';

/**
 * Takes off what an earlier instance left in a document: after an update its code may be gone while
 * its marks and style sheets are not.
 */
export function dropLeftovers(document: Document): void {
  unwrapAll(document);
  const sheets = document.adoptedStyleSheets ?? [];
  const others = sheets.filter((sheet) => !isOurs(sheet));
  if (others.length < sheets.length) document.adoptedStyleSheets = others;
  for (const style of allIn(document, 'head > style')) {
    if (style.textContent?.startsWith(`${TAG}:`)) style.remove();
  }
}

function isOurs(sheet: CSSStyleSheet): boolean {
  return sheet.cssRules[0]?.cssText.includes(TAG) ?? false;
}

/** Whether marks stand in a document. */
export function hasMarks(document: Document): boolean {
  return allIn(document, TAG).length > 0;
}
