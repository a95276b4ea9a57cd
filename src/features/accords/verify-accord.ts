import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Tx } from '../../platform/db/tx.ts';
import { type KnownAccord, knownAccord, sealKey } from './seal-key.store.ts';
import { type Seal, holds, splitPdf } from './seal.ts';

/** P4: `intact`: byte for byte what this Parley gave out; `altered`: ours once, but not any more; `unknown`: nothing of ours. */
export type Verdict = {
  readonly verdict: 'intact' | 'altered' | 'unknown';
  readonly kind: 'pdf' | 'json' | 'text';
  readonly accord: KnownAccord | null;
};

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const HEX = /\b[0-9a-f]{64}\b/;

/** Says what has become of an accord's file: a PDF, an exported JSON, or the saved text. */
export async function verifyAccord(tx: Tx, file: Buffer): Promise<Verdict> {
  if (file.subarray(0, 5).toString('latin1') === '%PDF-') return verifyPdf(tx, file);
  const text = file.toString('utf8').replace(/^\uFEFF/, '');
  return text.trimStart().startsWith('{') ? verifyJson(tx, text) : verifyText(tx, text);
}

async function verifyPdf(tx: Tx, file: Buffer): Promise<Verdict> {
  const { content, seal } = splitPdf(file);
  const named = /SHA-256 ([0-9a-f]{64})/.exec(content.toString('latin1'))?.[1];
  const accord = named ? await knownAccord(tx, { fingerprint: named }) : null;
  return judged(tx, 'pdf', accord, seal, content, true);
}

async function verifyJson(tx: Tx, text: string): Promise<Verdict> {
  let read: { seal?: Seal; text?: unknown; fingerprint?: unknown };
  try {
    read = JSON.parse(text) as typeof read;
  } catch {
    const named = HEX.exec(text)?.[0];
    const accord = named ? await knownAccord(tx, { fingerprint: named }) : null;
    return { verdict: accord ? 'altered' : 'unknown', kind: 'json', accord };
  }
  const { seal = null, ...rest } = read;
  const fingerprint = String(rest.fingerprint ?? '');
  const accord = await knownAccord(tx, { fingerprint });
  const content = Buffer.from(canonicalize(rest) ?? '', 'utf8');
  return judged(tx, 'json', accord, seal, content, sha256(String(rest.text ?? '')) === fingerprint);
}

/** Saved by hand: an editor may have put line ends of its own and one at the very end; everything else counts. */
async function verifyText(tx: Tx, text: string): Promise<Verdict> {
  const plain = text.replace(/\r\n/g, '\n').replace(/\n+$/, '');
  const accord = await knownAccord(tx, { fingerprint: sha256(plain) });
  if (accord) return { verdict: 'intact', kind: 'text', accord };
  const touched = await knownAccord(tx, { title: plain.split('\n', 1)[0] ?? '', about: plain });
  return { verdict: touched ? 'altered' : 'unknown', kind: 'text', accord: touched };
}

/** A file is ours when its seal is made with our key, or when it names one of our fingerprints. */
async function judged(
  tx: Tx,
  kind: Verdict['kind'],
  accord: KnownAccord | null,
  seal: Seal | null,
  content: Buffer,
  whole: boolean,
): Promise<Verdict> {
  const ours = seal !== null && seal.publicKey === (await sealKey(tx)).publicKey;
  if (ours && accord && whole && holds(seal, content)) return { verdict: 'intact', kind, accord };
  return { verdict: ours || accord ? 'altered' : 'unknown', kind, accord };
}
