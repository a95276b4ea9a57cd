import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVault } from './vault.ts';

let folder: string;
beforeAll(() => void (folder = fs.mkdtempSync(join(tmpdir(), 'parley-vault-'))));
afterAll(() => fs.rmSync(folder, { recursive: true }));

describe('what must not be read in the database', () => {
  it('is opened again, by another process on the same data folder as well', () => {
    const file = join(folder, 'key');
    const sealed = openVault(file, null).seal('geheim ÿ', 'row 1');
    expect(sealed.includes('geheim')).toBe(false);
    expect(openVault(file, null).open(sealed, 'row 1')).toBe('geheim ÿ');
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  });

  it('looks different each time', () => {
    const vault = openVault('', randomBytes(32).toString('base64'));
    expect(vault.seal('x', 'row').equals(vault.seal('x', 'row'))).toBe(false);
  });

  it.each([
    ['for another row', (sealed: Buffer) => ({ sealed, about: 'row 2' })],
    ['after a bit was turned', (sealed: Buffer) => ({ sealed: flipped(sealed, 30), about: 'row 1' })],
    ['with another nonce', (sealed: Buffer) => ({ sealed: flipped(sealed, 2), about: 'row 1' })],
  ])('is not opened %s', (_name, change) => {
    const vault = openVault('', randomBytes(32).toString('base64'));
    const { sealed, about } = change(vault.seal('secret', 'row 1'));
    expect(() => vault.open(sealed, about)).toThrow('does not open');
  });

  it('is not opened without its key, and no other key is made instead', () => {
    const sealed = openVault('', randomBytes(32).toString('base64')).seal('secret', 'row');
    const lost = join(folder, 'lost');
    expect(() => openVault(lost, null).open(sealed, 'row')).toThrow('missing');
    expect(fs.existsSync(lost)).toBe(false);
  });

  it('a key of the wrong length is refused', () => {
    expect(() => openVault('', 'c2hvcnQ=').seal('x', 'row')).toThrow('32 bytes');
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
