import { createHash, randomBytes } from 'node:crypto';

/**
 * A secret that also says which workspace it belongs to: 16 bytes workspace, 32 bytes from the CSPRNG, base64url (64 characters).
 * Only `hash` is stored. Whoever reads the table cannot open the door.
 */
export function newToken(workspaceId: string): { token: string; hash: Buffer } {
  const token = Buffer.concat([Buffer.from(workspaceId.replaceAll('-', ''), 'hex'), randomBytes(32)]).toString(
    'base64url',
  );
  return { token, hash: hashToken(token) };
}

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The workspace named in a token, or null when it is not shaped like one of ours. */
export function workspaceOf(token: unknown): string | null {
  if (typeof token !== 'string' || !/^[A-Za-z0-9_-]{64}$/.test(token)) return null;
  const hex = Buffer.from(token, 'base64url').subarray(0, 16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
