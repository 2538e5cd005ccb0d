import { isBareTitle, isDocumentTitle, type Title } from './titles.ts';

/** …（以下简称《条例》）: what stands between a title and the short name that it is given. */
const SHORT_NAME = /以下(?:简称|统称|合称|并称|称)[:为]?(?:作)?[“"‘']?$|[(,]简称[:为]?[“"‘']?$/;
/** How far a short name may stand behind its title: a number and another short name may come between. */
const NEAR = 80;

/** A title as a key to compare by: without quotation marks, brackets' kinds and dashes. */
export function titleKey(title: string): string {
  return title.replace(/[\s“”"'‘’《》〈〉]/g, '');
}

/** For each title, which other title it stands for: its own index where it stands for itself, -1 for no document. */
export function resolveNames(
  text: string,
  titles: readonly Title[],
  own: (title: Title, index: number) => string | null,
): { of: Int32Array; ownBare: Uint8Array } {
  const of = new Int32Array(titles.length);
  const ownBare = new Uint8Array(titles.length);
  const given = new Map<string, number>();
  // The last full title that ends in each bare name, looked up by the name's last two characters.
  const byEnding = new Map<string, number[]>();
  const later: number[] = [];
  titles.forEach((title, i) => {
    of[i] = i;
    const before = titles[i - 1];
    if (before && isShortNameOf(text, before, title)) {
      const full = of[i - 1] as number;
      if (full >= 0) given.set(title.text, full);
      of[i] = full;
      return;
    }
    const named = given.get(title.text);
    if (named !== undefined) of[i] = named;
    else if (isBareTitle(title.text)) {
      const full = lastEnding(byEnding, titles, title.text);
      const mine = own(title, i);
      if (full >= 0) of[i] = full;
      else if (mine !== null) ownBare[i] = 1;
      else {
        of[i] = -1;
        later.push(i);
      }
    } else if (!isDocumentTitle(title.text)) of[i] = -1;
    else {
      const key = core(title.text).slice(-2);
      const list = byEnding.get(key);
      if (list) list.push(i);
      else byEnding.set(key, [i]);
    }
  });
  for (const i of later) of[i] = resolveLater(byEnding, titles, i);
  return { of, ownBare };
}

function isShortNameOf(text: string, full: Title, short: Title): boolean {
  if (short.nested || short.start - full.end > NEAR || short.start < full.end) return false;
  return (
    SHORT_NAME.test(text.slice(full.end, short.start)) && !text.slice(full.end, short.start).includes('\n')
  );
}

/** A title without the brackets at its end: （试行）, （2021—2025年）. */
function core(title: string): string {
  return title.replace(/(?:[(〔][^()〔〕]{1,24}[)〕])+$/, '');
}

function lastEnding(byEnding: Map<string, number[]>, titles: readonly Title[], bare: string): number {
  const name = core(bare);
  const list = byEnding.get(name.slice(-2)) ?? [];
  for (let i = list.length - 1; i >= Math.max(0, list.length - 40); i--) {
    if (core((titles[list[i] as number] as Title).text).endsWith(name)) return list[i] as number;
  }
  return -1;
}

/** A headline names 《实施方案》 before the text below gives its full title; else the bare name must say enough by itself. */
function resolveLater(byEnding: Map<string, number[]>, titles: readonly Title[], i: number): number {
  const name = core((titles[i] as Title).text);
  for (const other of byEnding.get(name.slice(-2)) ?? []) {
    if (other > i && core((titles[other] as Title).text).endsWith(name)) return other;
  }
  return name.length >= 4 && isDocumentTitle(name) ? i : -1;
}
