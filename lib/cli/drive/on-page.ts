import { type Point, type Tab, until } from './driver.ts';
import { fill } from './in-ours.ts';

/** What a reader does with a page, step by step. Each waits until what it needs is there. */

/** How marks look, as the numbers that their elements carry. */
const LOOK = {
  term: '1',
  use: '2',
  deadline: '3',
  citation: '4',
  vermilion: '5',
  amber: '6',
  jade: '7',
  indigo: '8',
  altered: '10',
  glossary: '11',
};
export type Look = keyof typeof LOOK;

/** How many marks of a look stand on the page now. */
export const countMarks = (tab: Tab, look: Look): Promise<number> =>
  // A page may name a form after a method of the document, which then hides it.
  tab.run(
    (k) => Document.prototype.querySelectorAll.call(document, `zhupi-mark[data-k~="${k}"]`).length,
    LOOK[look],
  );

/** @param within milliseconds to wait, where a page takes longer than others */
export const marked = (tab: Tab, look: Look, within?: number): Promise<number> =>
  until(`a ${look} mark`, () => countMarks(tab, look), within);

/**
 * Scrolls the first mark of a look that holds `words` into view and clicks it, until its card is open: a
 * mark that is painted anew between press and release gets no click.
 */
export async function clickMark(tab: Tab, look: Look, words = ''): Promise<void> {
  const card = () => tab.runInUi((root) => root?.querySelector('.card')?.textContent ?? '');
  let before = await card();
  const opened = async () => {
    const now = await card();
    // The one that was open has gone.
    if (now === '') before = '';
    return now !== '' && now !== before;
  };
  await until(
    `the card of a ${look} mark with “${words}”`,
    async () => {
      const at = await tab.run(placeOfMark, [LOOK[look], words] as const);
      if (!at) return false;
      await tab.click(at.x, at.y);
      return until('the card', opened, 6000).catch(() => false);
    },
    30_000,
  );
}

/** Runs in the page. */
function placeOfMark([k, words]: readonly [string, string]): Point | null {
  const mark = [...document.querySelectorAll(`zhupi-mark[data-k~="${k}"]`)].find((m) =>
    m.textContent?.includes(words),
  );
  if (!mark) return null;
  mark.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = mark.getClientRects()[0];
  return box ? { x: box.x + Math.min(6, box.width / 2), y: box.y + box.height / 2 } : null;
}

/** The words of an element of ours on the page, such as `.card`, once it is there. */
export const uiText = (tab: Tab, selector: string): Promise<string> =>
  until(`${selector} on the page`, () =>
    tab.runInUi((root, s) => root?.querySelector(s)?.textContent ?? '', selector),
  );

export const uiGone = (tab: Tab, selector: string): Promise<boolean> =>
  until(`${selector} to go away`, () => tab.runInUi((root, s) => !root?.querySelector(s), selector));

/**
 * Clicks an element of ours on the page with the mouse, since only trusted events count there, until it got
 * the click: what floats by a place of the page may move between the look and the click.
 */
export async function clickUi(tab: Tab, selector: string): Promise<void> {
  await until(`${selector} on the page to be clicked`, async () => {
    const at = await tab.runInUi(aim, selector);
    if (!at) return false;
    await tab.click(at.x, at.y);
    return tab.runInUi((_, s) => (globalThis as Clicked).clickedInOurs === s, selector);
  });
}

/** Where a page keeps which of our elements was clicked: the element itself may be gone by then. */
interface Clicked {
  clickedInOurs?: string | undefined;
}

/** Runs in the page: where to click, and a listener that notes that the click arrived. */
function aim(root: ShadowRoot | null, selector: string): Point | null {
  const target = root?.querySelector(selector);
  const box = target?.getBoundingClientRect();
  if (!target || !box || box.width === 0) return null;
  const page = globalThis as Clicked;
  page.clickedInOurs = undefined;
  const note = () => {
    page.clickedInOurs = selector;
  };
  target.addEventListener('click', note, { capture: true, once: true });
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/**
 * Selects text of the page with the mouse until the right text is selected and the bar stands by it. On a
 * slow machine a page may scroll, or be painted, in the middle of a drag, which then ends elsewhere.
 *
 * @param what what is to be selected, for the error
 * @param places where the drag begins and ends, as the page stands now
 * @param isRight tells whether what is selected is what was wanted
 */
export async function select(
  tab: Tab,
  what: string,
  places: () => Promise<[Point, Point] | null>,
  isRight: () => Promise<boolean>,
): Promise<void> {
  const bar = () => tab.runInUi((root) => Boolean(root?.querySelector('.bar')));
  await until(`the bar by ${what}`, async () => {
    const ends = await places();
    if (!ends) return false;
    await tab.drag(...ends);
    if ((await isRight()) && (await until('the bar', bar, 6000).catch(() => false))) return isRight();
    // What was selected instead may have a bar of its own, over the words; it goes with its selection.
    await tab.run(() => getSelection()?.removeAllRanges());
    await tab.click(2, 2);
    await until('no bar', async () => !(await bar()), 6000).catch(() => false);
    return false;
  });
}

/** Selects words of the page with the mouse, from their first to their last character. */
export const selectWords = (tab: Tab, words: string): Promise<void> =>
  select(
    tab,
    `“${words}”`,
    () => tab.run(placeOf, words),
    () => tab.run((wanted) => String(getSelection()).replace(/\s/g, '') === wanted.replace(/\s/g, ''), words),
  );

/** Runs in the page. The words may run over several text nodes, as they do once marks stand in them. */
function placeOf(words: string): [Point, Point] | null {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes: { node: Node; from: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node, from: text.length });
    text += node.nodeValue ?? '';
  }
  const start = text.indexOf(words);
  if (start < 0) return null;
  const box = (offset: number) => {
    const home = nodes.findLast((n) => n.from <= offset);
    if (!home) return null;
    const range = document.createRange();
    range.setStart(home.node, offset - home.from);
    range.setEnd(home.node, offset - home.from + 1);
    return range.getClientRects()[0] ?? null;
  };
  nodes
    .findLast((n) => n.from <= start)
    ?.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const first = box(start);
  const last = box(start + words.length - 1);
  if (!first || !last) return null;
  return [
    { x: first.x + 1, y: first.y + first.height / 2 },
    { x: last.right - 1, y: last.y + last.height / 2 },
  ];
}

/** Types after what the note editor's frame holds, until it holds that too: keys may go elsewhere at first. */
export async function typeInNote(tab: Tab, words: string): Promise<void> {
  const frame = await tab.frame('note.html');
  const value = () =>
    frame.run(() => {
      const field = document.activeElement;
      return field instanceof HTMLTextAreaElement ? field.value : null;
    });
  await until('the editor to be ready', async () => (await value()) !== null);
  const wanted = (await value()) + words;
  const held = () => until('the words in the editor', async () => (await value()) === wanted, 5000);
  await tab.type(words);
  if (await held().catch(() => false)) return;
  await fill(frame, 'textarea', wanted.slice(0, -words.length));
  await tab.focus();
  await tab.type(words);
  await held();
}

/** Writes in the note editor's frame, waits until the note is stored and the frame is gone. */
export async function writeNote(tab: Tab, words: string): Promise<void> {
  await typeInNote(tab, words);
  await tab.press('Control+Enter');
  await uiGone(tab, 'iframe');
}
