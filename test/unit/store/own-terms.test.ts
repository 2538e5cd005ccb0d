import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { OwnEntry } from '../../../lib/glossary/types.ts';
import { changeOwnTerms, ownTerms } from '../../../lib/store/own-terms.ts';
import { ownEntry } from '../glossary/sample.ts';
import { database } from './database.ts';

const change = (put: OwnEntry[], remove: string[] = []) => changeOwnTerms({ put, remove }, database);
const stored = async () => (await ownTerms(database)).sort((a, b) => (a.id < b.id ? -1 : 1));
const ferry = ownEntry(1, { term: '渡口' });
const boat = ownEntry(2, { term: '渡船' });

describe('own entries', () => {
  it('come back as they were put, and go', async () => {
    await change([ferry, boat]);
    expect(await stored()).toEqual([ferry, boat]);
    await change([], [ferry.id]);
    expect(await stored()).toEqual([boat]);
  });

  it('are one for a term: the last one put stays', async () => {
    const again = ownEntry(3, { term: '渡口', zh: '另一种说法。' });
    await change([ferry]);
    await change([again]);
    expect(await stored()).toEqual([again]);
    await change([ferry, again, ferry]);
    expect(await stored()).toEqual([ferry]);
  });

  it('stay as they are where the transaction fails', async () => {
    await change([ferry]);
    vi.spyOn(database.terms, 'bulkPut').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    await expect(change([boat], [ferry.id])).rejects.toMatchObject({ key: 'problemStoreFull' });
    vi.restoreAllMocks();
    expect(await stored()).toEqual([ferry]);
  });

  it('are again what they were when a change is undone, whatever it was', async () => {
    const entry = fc
      .record({
        number: fc.nat(5),
        term: fc.constantFrom('渡口', '渡船', '码头'),
        zh: fc.constantFrom('甲', '乙'),
      })
      .map(({ number, term, zh }) => ownEntry(number, { term, zh }));
    const some = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 4 });
    const ids = fc.uniqueArray(fc.nat(5), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(some, some, ids, async (first, put, gone) => {
        await database.terms.clear();
        await change(first);
        const before = await stored();
        const remove = gone.map((number) => ownEntry(number, { term: '渡口' }).id);
        await changeOwnTerms(await changeOwnTerms({ put, remove }, database), database);
        expect(await stored()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
