import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { migrate } from '../../../lib/settings/migrate.ts';
import { marksOn, siteOf, withMarks } from '../../../lib/settings/quiet-sites.ts';
import { changeSettings, readSettings, watchSettings } from '../../../lib/settings/settings.ts';
import { today } from '../../../lib/settings/today.ts';
import { DEFAULTS } from '../../../lib/settings/types.ts';

beforeEach(() => fakeBrowser.reset());

describe('migrate', () => {
  it('gives the defaults for nothing and for rubbish', () => {
    for (const stored of [undefined, null, 7, 'x', [], { version: 1 }])
      expect(migrate(stored)).toEqual(DEFAULTS);
  });

  it('keeps what is right beside what is broken', () => {
    const stored = {
      quietSites: ['www.yl.gov.cn', 7, 'www.yl.gov.cn'],
      marks: { terms: false },
      colour: 'pink',
    };
    expect(migrate(stored)).toEqual({
      version: 1,
      quietSites: ['www.yl.gov.cn'],
      marks: { terms: false, deadlines: true, citations: true, differences: true },
      glossary: 'section',
      colour: 'vermilion',
      readingLog: false,
    });
  });

  it('keeps what it understands of a newer version', () => {
    expect(migrate({ version: 9, colour: 'jade', later: true })).toEqual({ ...DEFAULTS, colour: 'jade' });
  });

  it('never throws and is stable', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(migrate(migrate(stored))).toEqual(migrate(stored));
      }),
    );
  });

  it('hands out no part of the defaults that a caller could change', () => {
    migrate(undefined).quietSites.push('x');
    migrate(undefined).marks.terms = false;
    expect(migrate(undefined).quietSites).toEqual([]);
    expect(migrate(undefined).marks.terms).toBe(true);
  });
});

describe('settings in storage', () => {
  it('reads defaults first, then what was stored', async () => {
    expect(await readSettings()).toEqual(DEFAULTS);
    await changeSettings((settings) => ({ ...settings, colour: 'indigo' }));
    expect((await readSettings()).colour).toBe('indigo');
  });

  it('keeps both of two changes made at once', async () => {
    await Promise.all(
      ['a.gov.cn', 'b.gov.cn', 'c.gov.cn'].map((site) => changeSettings((s) => withMarks(s, site, false))),
    );
    expect((await readSettings()).quietSites.sort()).toEqual(['a.gov.cn', 'b.gov.cn', 'c.gov.cn']);
  });

  it('tells those who watch, until they stop', async () => {
    const tell = vi.fn();
    const stop = watchSettings(tell);
    await changeSettings((settings) => ({ ...settings, colour: 'jade' }));
    expect(tell).toHaveBeenCalledExactlyOnceWith({ ...DEFAULTS, colour: 'jade' }, DEFAULTS);
    stop();
    await changeSettings((settings) => ({ ...settings, colour: 'amber' }));
    expect(tell).toHaveBeenCalledOnce();
  });
});

describe('quiet sites', () => {
  it('knows the site of an address', () => {
    expect(siteOf('https://www.yl.gov.cn:8080/a?b')).toBe('www.yl.gov.cn');
    for (const address of [null, undefined, '', 'no address', 'about:blank'])
      expect(siteOf(address)).toBeNull();
  });

  it('switches one site off and on again', () => {
    const off = withMarks(DEFAULTS, 'www.yl.gov.cn', false);
    expect(marksOn(off, 'http://www.yl.gov.cn/x')).toBe(false);
    expect(marksOn(off, 'http://yl.gov.cn/x')).toBe(true);
    expect(withMarks(off, 'www.yl.gov.cn', false)).toEqual(off);
    expect(withMarks(off, 'www.yl.gov.cn', true)).toEqual(DEFAULTS);
  });
});

describe('today', () => {
  it('is the day in Shanghai', () => {
    expect(today(new Date('2025-06-30T15:59:59Z'))).toBe('2025-06-30');
    expect(today(new Date('2025-06-30T16:00:00Z'))).toBe('2025-07-01');
    expect(today(new Date('2024-02-29T16:30:00Z'))).toBe('2024-03-01');
  });
});
