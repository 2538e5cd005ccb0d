import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * The walls of the house: which room may use which. Dependencies point downward only, `reading`
 * depends on nothing, and the page's DOM, the store and the browser stay where they belong.
 */
const top = fileURLToPath(new URL('../..', import.meta.url));

function sources(folder: string): string[] {
  return readdirSync(join(top, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(top, path)).isDirectory()) return sources(path);
    return /\.(ts|tsx|mjs)$/.test(name) ? [path] : [];
  });
}

interface Import {
  from: string;
  /** Path inside the project, or the package's name. */
  to: string;
  typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const code = readFileSync(join(top, file), 'utf8');
  const found = code.matchAll(
    /^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gm,
  );
  return [...found].map((m) => {
    const name = m[2] ?? m[3] ?? m[4] ?? '';
    const to = name.startsWith('.') ? relative(top, resolve(top, dirname(file), name)) : name;
    return { from: file, to, typeOnly: Boolean(m[1]) };
  });
}

const imports = ['entrypoints', 'components', 'lib', 'wxt.config.ts']
  .flatMap((place) => (place.endsWith('.ts') ? [place] : sources(place)))
  .flatMap(importsOf);

const inRoom = (path: string, room: string) => path === room || path.startsWith(`${room}/`);
const offenders = (bad: (i: Import) => boolean) => imports.filter(bad).map((i) => `${i.from} uses ${i.to}`);

/** Rooms of `lib` and what each may use of the others, beside itself. */
const MAY_USE: Record<string, string[]> = {
  reading: [],
  catalogue: ['reading'],
  glossary: ['reading'],
  page: ['reading'],
  marks: ['reading', 'page'],
  notes: ['reading', 'catalogue'],
  export: ['reading', 'glossary', 'notes', 'messages', 'settings', 'i18n'],
  settings: ['notes', 'messages'],
  i18n: [],
  messages: ['reading', 'catalogue', 'glossary', 'page', 'notes', 'settings'],
  store: ['reading', 'catalogue', 'glossary', 'notes', 'messages', 'settings', 'export'],
  cli: ['reading', 'catalogue', 'glossary', 'page', 'notes', 'export', 'settings'],
};

describe('the walls of the house', () => {
  it('finds imports to check', () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  it('lets dependencies point downward only', () => {
    expect(
      offenders((i) => inRoom(i.from, 'lib') && (inRoom(i.to, 'entrypoints') || inRoom(i.to, 'components'))),
    ).toEqual([]);
    expect(offenders((i) => inRoom(i.from, 'components') && inRoom(i.to, 'entrypoints'))).toEqual([]);
  });

  it.each(Object.entries(MAY_USE))('keeps lib/%s to the rooms it may use', (room, others) => {
    const allowed = [room, ...others].map((r) => `lib/${r}`);
    expect(
      offenders(
        (i) => inRoom(i.from, `lib/${room}`) && inRoom(i.to, 'lib') && !allowed.some((a) => inRoom(i.to, a)),
      ),
    ).toEqual([]);
  });

  it('names every room of lib above', () => {
    const rooms = readdirSync(join(top, 'lib')).filter((name) =>
      statSync(join(top, 'lib', name)).isDirectory(),
    );
    expect(rooms.filter((room) => sources(`lib/${room}`).length > 0 && !(room in MAY_USE))).toEqual([]);
  });

  it('lets only the store open IndexedDB', () => {
    expect(offenders((i) => i.to.startsWith('dexie') && !inRoom(i.from, 'lib/store'))).toEqual([]);
    const opens = sources('entrypoints')
      .concat(sources('components'), sources('lib'))
      .filter(
        (file) => !inRoom(file, 'lib/store') && /\bindexedDB\b/.test(readFileSync(join(top, file), 'utf8')),
      );
    expect(opens).toEqual([]);
  });

  it('lets only the painter use mark.js', () => {
    expect(offenders((i) => i.to.startsWith('mark.js') && !inRoom(i.from, 'lib/marks'))).toEqual([]);
  });

  it('keeps the store away from content scripts', () => {
    const content = offenders(
      (i) =>
        (inRoom(i.from, 'entrypoints/reader') ||
          inRoom(i.from, 'entrypoints/page-ui') ||
          i.from === 'entrypoints/gate.ts') &&
        inRoom(i.to, 'lib/store'),
    );
    expect(content).toEqual([]);
  });

  it('keeps the gate free of libraries and of the browser polyfill', () => {
    const gate = new Set<string>();
    const walk = (file: string) => {
      if (gate.has(file)) return;
      gate.add(file);
      for (const i of imports) if (i.from === file && !i.typeOnly) walk(i.to);
    };
    walk('entrypoints/gate.ts');
    const packages = [...gate].filter((file) => !/^(entrypoints|lib)\//.test(file));
    expect(packages).toEqual(['wxt/utils/define-unlisted-script']);
  });

  it('keeps browser APIs out of the rooms that run anywhere', () => {
    const pure = ['reading', 'catalogue', 'page', 'marks', 'export', 'cli', 'notes'];
    expect(
      offenders(
        (i) => i.to === 'webextension-polyfill' && pure.some((room) => inRoom(i.from, `lib/${room}`)),
      ),
    ).toEqual([]);
  });

  it('lets hardly anybody connect to anything', () => {
    // The bundled files, and the one way to a catalogue that the reader chose. Our pages have a policy of
    // their own, which lets them connect to nothing but ourselves.
    const allowed = [
      'entrypoints/background/catalogues.ts',
      'entrypoints/background/glossary.ts',
      'entrypoints/background/shards-desk.ts',
      'entrypoints/background/shards.ts',
      'lib/catalogue/shards/fetch-file.ts',
      'lib/catalogue/shards/reach.ts',
    ];
    const connects = /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts/;
    const users = sources('entrypoints')
      .concat(sources('components'), sources('lib'))
      .filter(
        (file) => !inRoom(file, 'lib/cli') && !/^entrypoints\/(library|popup|sidepanel|note)\//.test(file),
      )
      .filter((file) => {
        const code = readFileSync(join(top, file), 'utf8');
        // A function of the file's own may be called that, too.
        return connects.test(
          /\b(?:const|function) fetch\b/.test(code) ? code.replace(/\bfetch\(/g, '') : code,
        );
      });
    expect(users.filter((file) => !allowed.includes(file))).toEqual([]);
    expect(users).toContain('entrypoints/background/shards.ts');
  });
});
