import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';

let place: HTMLElement | null = null;

/** Renders into the document, all effects done. */
export async function mount(content: ComponentChild): Promise<HTMLElement> {
  const here = place ?? document.createElement('div');
  here.id = 'app';
  place = here;
  document.body.append(here);
  await act(() => render(content, here));
  await settle();
  return here;
}

/** Takes away what was rendered; to be done before what it stands on (mocks, store) goes. */
export async function unmount(): Promise<void> {
  const gone = place;
  place = null;
  if (gone) await act(() => render(null, gone));
  gone?.remove();
}

/** Lets promises that are done already have their effect on what is shown. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await act(async () => await Promise.resolve());
}

/** The one element that a selector finds. @throws where there is none */
export function the<E extends Element = HTMLElement>(selector: string, within: ParentNode = document): E {
  const found = within.querySelector<E>(selector);
  if (!found) throw new Error(`nothing matches ${selector} in ${document.body.innerHTML}`);
  return found;
}

export const all = (selector: string, within: ParentNode = document): HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>(selector),
];

export async function click(selector: string, within: ParentNode = document): Promise<void> {
  await act(() => the(selector, within).click());
  await settle();
}

/** Types into a field as the browser does: value, then an input event. */
export async function type(selector: string, text: string): Promise<void> {
  const field = the<HTMLInputElement | HTMLTextAreaElement>(selector);
  await act(() => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await settle();
}

/** Chooses an option of a list as the browser does. */
export async function pick(selector: string, value: string): Promise<void> {
  const list = the<HTMLSelectElement>(selector);
  await act(() => {
    list.value = value;
    list.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
}

export async function press(selector: string, key: string, more: KeyboardEventInit = {}): Promise<void> {
  await act(() => {
    the(selector).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    );
  });
  await settle();
}

/** Lets time pass for timers, and what they start. */
export async function pass(milliseconds: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(milliseconds);
  });
  await settle();
}

/** Waits until something holds, however slow the machine. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 15_000, interval: 10 });
