import { dropLeftovers, hasMarks } from '../../lib/marks/leftovers.ts';
import { allIn } from '../../lib/page/dom.ts';
import { HOST } from '../page-ui/host.ts';

/** Takes off what an earlier reader left in the page. */
export function takeOver(): void {
  dropLeftovers(document);
  for (const host of allIn(document, HOST)) host.remove();
}

/** Whether another reader has painted this page, or shows something on it. */
export function isTakenOver(): boolean {
  return hasMarks(document) || allIn(document, HOST).length > 0;
}
