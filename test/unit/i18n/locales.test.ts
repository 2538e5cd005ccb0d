import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import en from '../../../assets/public/_locales/en/messages.json';
import zh from '../../../assets/public/_locales/zh_CN/messages.json';

const LOCALES: Record<string, Record<string, { message: string }>> = { zh, en };
const KEYS = Object.keys(zh);

/** All code that can name a visible string, as one text. */
function code(): string {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  return ['components', 'entrypoints', 'lib']
    .flatMap((room) =>
      readdirSync(`${root}${room}`, { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile() && /\.(tsx?|mjs)$/.test(file.name))
        .map((file) => readFileSync(`${file.parentPath}/${file.name}`, 'utf8')),
    )
    .join('\n');
}

const argumentsOf = (message: string) => [...new Set(message.match(/\$[1-9]/g))].sort();

describe('the two languages', () => {
  it('have the same strings', () => {
    expect(Object.keys(en)).toEqual(KEYS);
  });

  it.each(Object.keys(LOCALES))('leave nothing empty or unknown to browsers (%s)', (language) => {
    for (const [key, { message }] of Object.entries(LOCALES[language] ?? {})) {
      expect(key, 'a name that browsers take').toMatch(/^[A-Za-z0-9_]+$/);
      expect(message.trim(), key).toBe(message);
      expect(message, key).not.toBe('');
      // Chrome takes `$1$` for the name of a placeholder and refuses to load the whole extension.
      expect(message, key).not.toMatch(/\$[A-Za-z0-9_@]+\$/);
      expect(message.replaceAll('$$', '').replace(/\$[1-9]/g, ''), `${key}: a lone $`).not.toContain('$');
    }
  });

  it('take the same arguments', () => {
    const differing = KEYS.filter(
      (key) =>
        String(argumentsOf(LOCALES.zh?.[key]?.message ?? '')) !==
        String(argumentsOf(LOCALES.en?.[key]?.message ?? '')),
    );
    expect(differing).toEqual([]);
  });

  it('differ: nothing was left untranslated', () => {
    const same = KEYS.filter((key) => {
      const message = LOCALES.zh?.[key]?.message ?? '';
      return /\p{L}/u.test(message) && message === LOCALES.en?.[key]?.message;
    });
    const latin = KEYS.filter((key) =>
      /^[^一-鿿]*[A-Za-z]{2}[^一-鿿]*$/.test(LOCALES.zh?.[key]?.message ?? ''),
    );
    expect(same).toEqual([]);
    expect(latin, 'only the tag of the language').toEqual(['uiLanguage']);
  });
});

describe('the code and the strings', () => {
  const text = code();

  it('every string is used', () => {
    // Some keys are put together: a name in quotes, and an ending in a template.
    const endings = [...text.matchAll(/\$\{[\w.]+\}([A-Z]\w*)`/g)].map(([, ending = '']) => ending);
    const named = (key: string) => text.includes(`'${key}'`) || text.includes(`__MSG_${key}__`);
    const joined = (key: string) =>
      endings.some((ending) => key.endsWith(ending) && named(key.slice(0, -ending.length)));
    expect(KEYS.filter((key) => !named(key) && !joined(key))).toEqual([]);
  });

  it('every string that code names exists', () => {
    const named = [
      ...text.matchAll(/\bt\(\s*'([A-Za-z0-9_]+)'/g),
      ...text.matchAll(/new Problem\(\s*'([A-Za-z0-9_]+)'/g),
      // Keys that are handed about before they are said.
      ...text.matchAll(/'((?:problem|import|status|kind|relation)[A-Z]\w*)'/g),
      ...text.matchAll(/__MSG_([A-Za-z0-9_]+?)__/g),
    ].map(([, key]) => key);
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((key) => key !== undefined && !KEYS.includes(key))).toEqual([]);
  });
});
