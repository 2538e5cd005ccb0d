import { compileFacts } from '../../../../lib/catalogue/compile.ts';
import { fingerprint } from '../../../../lib/catalogue/fingerprint.ts';
import { pack } from '../../../../lib/catalogue/format.ts';
import { loadCatalogue } from '../../../../lib/catalogue/index.ts';
import { makePrints } from '../../../../lib/catalogue/print.ts';
import { buildShards } from '../../../../lib/catalogue/shards/build.ts';
import { openReach, type Shelf, type Trust, type World } from '../../../../lib/catalogue/shards/reach.ts';
import { supplyOf } from '../../../../lib/catalogue/shards/supply.ts';
import type { Fingerprints } from '../../../../lib/catalogue/types.ts';
import type { DocumentPart, Metadata } from '../../../../lib/reading/types.ts';
import { document } from '../made-up.ts';

/** What is written down of one document of a made-up catalogue. */
interface Fact {
  id: string;
  title: string;
  docNumber: string | null;
  [other: string]: unknown;
}

export const FACTS: Fact[] = [
  {
    id: 'tea',
    title: '南渡市茶叶集市管理办法',
    docNumber: '南府规〔2025〕3号',
    issued: '2025-03-01',
    expires: '2030-03-01',
  },
  {
    id: 'old-tea',
    title: '南渡市茶叶集市管理办法（试行）',
    docNumber: '南府规〔2020〕8号',
    issued: '2020-05-06',
  },
  { id: 'ferry', title: '南渡市渡口安全规定', docNumber: '南府规〔2025〕4号', issued: '2025-03-01' },
  {
    id: 'light',
    title: '澄江新区航标维护细则',
    noticeTitle: '澄江新区管理委员会关于印发《澄江新区航标维护细则》的通知',
    docNumber: '澄新发〔2024〕12号',
    issued: '2025-03-01',
    relations: [{ type: 'basis', id: 'ferry' }],
  },
];

export const TEXTS: Record<string, string> = Object.fromEntries(
  FACTS.map(({ id, title, docNumber }, k) => [id, document(300 + k, title, docNumber ?? '')]),
);

/** All files of a made-up sharded catalogue, and the key that signed them. */
export interface Made {
  files: Map<string, Uint8Array>;
  keys: CryptoKeyPair;
}

/** A moment at which that catalogue is a month old. */
export const NOW = Date.parse('2025-07-01T12:00:00Z');

export const newKeys = async () =>
  (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;

/** Makes a sharded catalogue of the documents above. */
export async function makeShards(options: { keys?: CryptoKeyPair; asOf?: string; groupBytes?: number } = {}) {
  const facts = FACTS.map((fact) =>
    fact.id === 'tea' ? { ...fact, relations: [{ type: 'repeals', id: 'old-tea' }] } : fact,
  );
  const contents = compileFacts({ asOf: '2025-06-01', documents: facts, named: [] }, '南渡目录');
  const sources = FACTS.map(({ id }, at) => {
    const entry = contents.entries[at];
    if (!entry) throw new Error(id);
    return { entry, text: TEXTS[id] ?? '', siteLines: { head: 0, tail: 0 } };
  });
  const catalogue = loadCatalogue(pack(contents, makePrints(sources)));
  const files = new Map<string, Uint8Array>();
  const keys = options.keys ?? (await newKeys());
  const manifest = await buildShards(supplyOf(catalogue), {
    ...{ name: '南渡目录', maker: '灯塔编辑部', asOf: options.asOf ?? '2025-06-01', keys },
    ...(options.groupBytes ? { groupBytes: options.groupBytes } : {}),
    put: (path, bytes) => files.set(path, bytes),
  });
  return { files, keys, manifest };
}

/** The fetch of a server that holds these files. `asked` takes the name of each. */
export function serverOf(files: Map<string, Uint8Array>, asked: string[] = []): World['fetch'] {
  return async (address) => {
    const name = new URL(address).pathname.slice(1);
    asked.push(name);
    const bytes = files.get(name);
    return bytes ? new Response(bytes as Uint8Array<ArrayBuffer>) : new Response(null, { status: 404 });
  };
}

export function memoryShelf(): Shelf & { files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    get: async (name) => files.get(name),
    put: async (name, bytes) => void files.set(name, bytes),
  };
}

/** The way to a catalogue on a server, with a clock that stands still unless it is moved. */
export function reachTo(
  fetch: World['fetch'],
  trust: Partial<Trust> & { key: string },
  world: Partial<World> = {},
) {
  return openReach(
    { address: 'https://catalogue.example/', asOf: '', checked: 0, ...trust },
    {
      fetch,
      shelf: memoryShelf(),
      now: () => NOW,
      accepted: async () => {},
      failed: async () => {},
      ...world,
    },
  );
}

/** A page that carries one of the texts, and what was read of it. */
export function page(
  text: string,
  metadata: Partial<Metadata>,
): { part: DocumentPart; fingerprints: Fingerprints } {
  const nothing = { title: null, noticeTitle: null, docNumber: null, issuers: [], kind: null };
  const dates = { issued: null, published: null, effective: null, expires: null };
  return {
    part: { start: 0, end: text.length, metadata: { ...nothing, ...dates, ...metadata } },
    fingerprints: fingerprint(text),
  };
}
