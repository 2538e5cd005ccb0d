import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { hex } from '../../catalogue/shards/layout.ts';
import { keyFingerprint } from '../../catalogue/shards/manifest.ts';
import { Mistake } from './troubles.ts';

const KeyFile = v.object({
  algorithm: v.literal('Ed25519'),
  publicKey: v.pipe(v.string(), v.base64()),
  privateKey: v.pipe(v.string(), v.base64()),
});

/**
 * Makes a key pair that signs catalogues, into a file that only its owner can read. Never over another:
 * readers have pinned that one's key.
 *
 * @returns one line with the key's fingerprint, for readers to compare
 */
export async function makeKey(file: string): Promise<string> {
  if (existsSync(file))
    throw new Mistake(`${file} is there already: a key that was given out is not replaced`);
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey);
  const secret = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  const content = { algorithm: 'Ed25519', publicKey: base64(raw), privateKey: base64(secret) };
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return `${file}: keep it to yourself and do not lose it; its fingerprint is ${await fingerprintOf(raw)}`;
}

/** Reads a key pair. @returns it and its fingerprint @throws Mistake for a file that is none */
export async function readKey(file: string): Promise<{ keys: CryptoKeyPair; fingerprint: string }> {
  if (!existsSync(file))
    throw new Mistake(`no such key: ${file}; make one with \`npm run catalogue -- key -o ${file}\``);
  try {
    const { publicKey, privateKey } = v.parse(KeyFile, JSON.parse(readFileSync(file, 'utf8')));
    const raw = Buffer.from(publicKey, 'base64');
    const keys = {
      publicKey: await crypto.subtle.importKey('raw', raw, 'Ed25519', true, ['verify']),
      privateKey: await crypto.subtle.importKey(
        'pkcs8',
        Buffer.from(privateKey, 'base64'),
        'Ed25519',
        false,
        ['sign'],
      ),
    };
    return { keys, fingerprint: await fingerprintOf(raw) };
  } catch {
    throw new Mistake(`${file} is no key made by \`npm run catalogue -- key\``);
  }
}

const base64 = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64');
const fingerprintOf = (raw: ArrayBuffer | Buffer) => keyFingerprint(hex(new Uint8Array(raw)));
