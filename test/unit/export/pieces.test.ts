import { describe, expect, it } from 'vitest';
import { fromJson } from '../../../lib/export/json.ts';
import { pieces } from '../../../lib/export/pieces.ts';
import { ownEntry } from '../glossary/sample.ts';
import { makeDocument, makeNote, noteId } from '../store/make.ts';

const NOW = '2025-07-01T00:00:00.000Z';

describe('pieces', () => {
  const keys = ['known:a', 'known:b', 'known:c'];
  const documents = keys.map((key) => makeDocument({ key }));
  const notes = Array.from({ length: 30 }, (_, k) =>
    makeNote({ id: noteId(k), document: keys[k % 3] ?? '', body: '字'.repeat(100) }),
  );
  const terms = [ownEntry(1, { term: '放管服' })];
  const divided = (most?: number) =>
    [...pieces({ documents, notes, terms }, NOW, most)].map((text) => fromJson(text));

  it('are one where all fits', () => {
    expect(divided()).toHaveLength(1);
  });

  it('hold everything once, each with the documents of its notes', () => {
    const parts = divided(3000);
    expect(parts.length).toBeGreaterThan(3);
    const ids = parts.flatMap((part) => part.notes.map(({ id }) => id));
    expect(ids.sort()).toEqual(notes.map(({ id }) => id));
    expect(parts.map((part) => part.terms?.length ?? 0)).toEqual([1, ...parts.slice(1).map(() => 0)]);
    for (const part of parts)
      expect(new Set(part.documents.map(({ key }) => key))).toEqual(
        new Set(part.notes.map(({ document }) => document)),
      );
  });

  it('hold a note that is larger than a piece by itself', () => {
    expect(divided(1)).toHaveLength(notes.length);
  });
});
