import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Contents by their SHA-256, outside any web root. The same bytes are stored once; a half-written file is never seen. */
export type FileStore = {
  /** Writes, syncs, then renames. Throws the file system's error (e.g. ENOSPC) and leaves nothing behind. */
  readonly put: (content: Uint8Array) => Promise<{ sha256: string; size: number }>;
  readonly read: (sha256: string) => ReadStream;
  readonly size: (sha256: string) => Promise<number | null>;
};

export async function openFileStore(folder: string): Promise<FileStore> {
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a content hash');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  const size = async (sha256: string): Promise<number | null> => {
    try {
      return (await stat(pathOf(sha256))).size;
    } catch {
      return null;
    }
  };
  await mkdir(join(folder, 'incoming'), { recursive: true, mode: 0o700 });
  return {
    size,
    read: (sha256) => createReadStream(pathOf(sha256)),
    put: async (content) => {
      const sha256 = createHash('sha256').update(content).digest('hex');
      if ((await size(sha256)) === content.byteLength) return { sha256, size: content.byteLength };
      const temporary = join(folder, 'incoming', randomUUID());
      try {
        const handle = await open(temporary, 'wx', 0o600);
        try {
          await handle.writeFile(content);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 });
        await rename(temporary, pathOf(sha256));
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      return { sha256, size: content.byteLength };
    },
  };
}
