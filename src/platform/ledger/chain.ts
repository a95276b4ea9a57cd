import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What the chain fixes about an event. What it was about stands outside, behind `commitment`, and can be erased. */
export type ChainLink = {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly requestId: string | null;
  readonly clientId: string | null;
  readonly audience: string;
  readonly commitment: Buffer;
};

/** SHA-256 of the RFC 8785 canonical JSON of any value, as lower-case hex. */
export const fingerprint = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? 'null')
    .digest('hex');

export const commitment = (salt: Buffer, data: unknown): Buffer =>
  createHash('sha256')
    .update(salt)
    .update(canonicalize(data ?? null) ?? 'null')
    .digest();

/** hash = SHA-256(0x00 ‖ prev ‖ seq ‖ canonical link): one altered, cut or reordered row breaks every later one. */
export function linkHash(prev: Buffer, link: ChainLink): Buffer {
  const seq = Buffer.alloc(8);
  seq.writeBigUInt64BE(BigInt(link.seq));
  const body = canonicalize({ ...link, commitment: link.commitment.toString('hex') }) ?? '';
  return createHash('sha256').update(Buffer.of(0)).update(prev).update(seq).update(body).digest();
}

export const GENESIS = Buffer.alloc(32);
