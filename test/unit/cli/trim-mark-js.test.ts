import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { trimmed } from '../../../lib/cli/trim-mark-js.ts';

const file = createRequire(import.meta.url).resolve('mark.js/dist/mark.es6.js');
const code = readFileSync(file, 'utf8');

describe('mark.js as it is built', () => {
  it('keeps what wraps ranges and loses its search', () => {
    const left = trimmed(code);
    for (const kept of ['markRanges', 'wrapRangeFromIndex', 'getTextNodes', 'forEachNode', 'get opt('])
      expect(left).toContain(kept);
    for (const gone of ['createDiacriticsRegExp', 'markRegExp', 'unmark', 'wrapMatches'])
      expect(left).not.toContain(gone);
    expect(left.length).toBeLessThan(0.65 * code.length);
  });

  it('is trimmed no further by another time', () => {
    expect(trimmed(trimmed(code))).toBe(trimmed(code));
  });

  it('is not trimmed blindly where it has become something else', () => {
    expect(() => trimmed('export default class {}')).toThrow('markRanges');
  });
});

describe('a method', () => {
  it('stays while anything that stays mentions its name', () => {
    const source = `class A {
      markRanges() { this.first(); }
      first() { return this.second; }
      get second() { return 2; }
      third() { return this.fourth(); }
      fourth() {}
    }
    function B(a) { this.markRanges = () => a.markRanges(); this.third = () => a.third(); }`;
    const left = trimmed(source);
    expect(left).toMatch(/first\(\)[\s\S]*get second\(\)/);
    expect(left).not.toMatch(/third|fourth/);
    expect(left).toContain('this.markRanges = ');
  });
});
