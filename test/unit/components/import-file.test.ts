// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { importFile } from '../../../entrypoints/library/import-file.ts';
import { LARGEST_FILE, toJson } from '../../../lib/export/json.ts';
import { speak } from '../i18n/speak.ts';
import { makeDocument, makeNote, noteId } from '../store/make.ts';
import { type Asked, talk } from './talk.ts';

let asked: Asked;
const done = { added: 2, updated: 0, unchanged: 0, batch: null };

beforeEach(() => {
  fakeBrowser.reset();
  speak('en');
  asked = talk({ 'notes/import': done });
});

/** A file of some bytes; what they say it has. */
function file(text: string, size = text.length): File {
  const made = new File([text], 'notes.json');
  Object.defineProperty(made, 'size', { value: size });
  return made;
}

describe('a file to import', () => {
  it('is refused unread where it is too large', async () => {
    await expect(importFile(file('', 400_000_001))).rejects.toMatchObject({ key: 'importTooBig' });
    expect(asked).toEqual([]);
  });

  it('that cannot be read is said to be so', async () => {
    const broken = file('');
    broken.text = () => Promise.reject(new Error('gone'));
    await expect(importFile(broken)).rejects.toMatchObject({ key: 'importUnreadable' });
  });

  it('goes as it is where one message holds it', async () => {
    expect(await importFile(file('{}'))).toEqual({ text: expect.stringContaining('2') });
    expect(asked).toMatchObject([{ name: 'notes/import', body: { json: '{}' } }]);
  });

  it('that has overwritten something can be taken back', async () => {
    asked = talk({ 'notes/import': { ...done, batch: noteId(7) }, 'notes/undo': { notes: [] } });
    const { undo } = await importFile(file('{}'));
    await undo?.();
    expect(asked.at(-1)).toEqual({ name: 'notes/undo', body: { batch: noteId(7) } });
  });

  it('too large for one message goes in several, and is checked before', async () => {
    const body = '字'.repeat(1_000_000);
    const notes = Array.from({ length: 9 }, (_, k) => makeNote({ id: noteId(k), body }));
    const text = toJson({ documents: [makeDocument()], notes }, '2025-07-01T00:00:00.000Z');
    const { text: said } = await importFile(file(text, LARGEST_FILE + 1));
    expect(said).toContain('4');
    expect(asked.map(({ name }) => name)).toEqual(['notes/import', 'notes/import']);
    const damaged = file('{"format":"zhupi-notes","version":2}', LARGEST_FILE + 1);
    await expect(importFile(damaged)).rejects.toMatchObject({ key: 'importDamaged' });
    expect(asked).toHaveLength(2);
  });
});
