import { createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';

/** Ed25519: whoever has the public key can tell our file from one that was touched, without us and without a network. */
export type SealKey = { readonly privateKey: ReturnType<typeof createPrivateKey>; readonly publicKey: string };
export type Seal = { readonly publicKey: string; readonly signature: string };

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** The workspace's own key, derived from its secret: nothing more to store or to lose. */
export function sealKeyOf(secret: Buffer): SealKey {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'parley accord seal 1', 32));
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { privateKey, publicKey: spki.subarray(SPKI.length).toString('base64url') };
}

export const sealOf = (key: SealKey, content: Buffer): Seal => ({
  publicKey: key.publicKey,
  signature: sign(null, content, key.privateKey).toString('base64url'),
});

export function holds(seal: Seal, content: Buffer): boolean {
  try {
    const der = Buffer.concat([SPKI, Buffer.from(seal.publicKey, 'base64url')]);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, content, key, Buffer.from(seal.signature, 'base64url'));
  } catch {
    return false;
  }
}

const MARK = '\n%Parley-Seal ';

/** A PDF ends with its seal as a comment line: readers pass over it, everything before it is sealed. */
export const sealPdf = (key: SealKey, pdf: Buffer): Buffer => {
  const { publicKey, signature } = sealOf(key, pdf);
  return Buffer.concat([pdf, Buffer.from(`${MARK}${publicKey} ${signature}\n`, 'latin1')]);
};

export function splitPdf(file: Buffer): { content: Buffer; seal: Seal | null } {
  const at = file.lastIndexOf(MARK, undefined, 'latin1');
  const found = at < 0 ? null : /^\n%Parley-Seal ([\w-]{43}) ([\w-]{86})\n$/.exec(file.subarray(at).toString('latin1'));
  if (!found) return { content: at < 0 ? file : file.subarray(0, at), seal: null };
  return { content: file.subarray(0, at), seal: { publicKey: found[1] ?? '', signature: found[2] ?? '' } };
}
