import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Facts by document id, as `Score.facts` has them: no text of any document. */
export type Facts = Record<string, string[]>;

const FILE = new URL('../accuracy-baseline.json', import.meta.url);

export function loadBaseline(): Facts | null {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Facts) : null;
}

/** One line a document, so that a change shows where it is. */
export function saveBaseline(facts: Facts): void {
  const lines = Object.entries(facts).map(
    ([id, each]) => `  ${JSON.stringify(id)}: ${JSON.stringify([...each].sort())}`,
  );
  writeFileSync(FILE, `{\n${lines.join(',\n')}\n}\n`);
}

/** What is better and what is worse than in the baseline: `id: fact`. */
export function compare(before: Facts, now: Facts): { gained: string[]; lost: string[] } {
  const gained: string[] = [];
  const lost: string[] = [];
  for (const [id, facts] of Object.entries(now)) {
    const old = new Set(before[id] ?? []);
    const kept = new Set(facts);
    for (const fact of facts) if (!old.has(fact)) (bad(fact) ? lost : gained).push(`${id}: ${fact}`);
    for (const fact of old) if (!kept.has(fact)) (bad(fact) ? gained : lost).push(`${id}: ${fact}`);
  }
  return { gained, lost };
}

const bad = (fact: string) => fact.endsWith(' false');
