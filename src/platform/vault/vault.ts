import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';

/** Seals what must not be read in the database or in a copy of it: AES-256-GCM under a key that lies elsewhere. */
export type Vault = {
  /** `about` names the row: what was sealed for one cannot be opened for another. */
  readonly seal: (text: string, about: string) => Buffer;
  /** Throws VaultError when the key is another one, or the bytes were touched or moved to another row. */
  readonly open: (sealed: Uint8Array, about: string) => string;
};

class VaultError extends Error {}

const KEY_BYTES = 32;
const VERSION = 1;
const NONCE = 12;
const TAG = 16;

/**
 * The key is `given` (PARLEY_KEY, 32 bytes in base64), else the one in `keyFile`, which is made when something is sealed for the first
 * time. It is read when it is needed, so an installation that keeps no secret has no key.
 */
export function openVault(keyFile: string, given: string | null): Vault {
  let known: Buffer | null = null;
  const key = (mayMake: boolean): Buffer => (known ??= given === null ? fileKey(keyFile, mayMake) : keyOf(given));
  return {
    seal: (text, about) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key(true), nonce).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), body]);
    },
    open: (sealed, about) => {
      const bytes = Buffer.from(sealed);
      if (bytes[0] !== VERSION) throw new VaultError('sealed by another version of Parley');
      const nonce = bytes.subarray(1, 1 + NONCE);
      const decipher = createDecipheriv('aes-256-gcm', key(false), nonce, { authTagLength: TAG });
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(1 + NONCE, 1 + NONCE + TAG));
      try {
        return decipher.update(bytes.subarray(1 + NONCE + TAG), undefined, 'utf8') + decipher.final('utf8');
      } catch (cause) {
        throw new VaultError('the key of this installation does not open the stored password', { cause });
      }
    },
  };
}

function keyOf(base64: string): Buffer {
  const key = Buffer.from(base64.trim(), 'base64');
  if (key.length !== KEY_BYTES) throw new VaultError(`the key must be ${KEY_BYTES} bytes in base64`);
  return key;
}

function fileKey(path: string, mayMake: boolean): Buffer {
  if (mayMake && !fs.existsSync(path)) {
    try {
      fs.writeFileSync(path, `${randomBytes(KEY_BYTES).toString('base64')}\n`, {
        mode: 0o600,
        flag: 'wx',
        flush: true,
      });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error; // somebody else was first
    }
  }
  try {
    return keyOf(fs.readFileSync(path, 'utf8'));
  } catch (cause) {
    if (cause instanceof VaultError) throw cause;
    throw new VaultError(`the key of the stored passwords is missing (${path})`, { cause });
  }
}
