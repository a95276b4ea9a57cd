import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What stands in the store: its name is its content. `head` are the first bytes, by which a type is known. */
export type Kept = { readonly sha256: string; readonly size: number; readonly head: Uint8Array };

/** Contents by their SHA-256, outside any web root. The same bytes are stored once; a half-written file is never seen. */
export type FileStore = {
  /** Writes, syncs, then renames. Throws the file system's error (e.g. ENOSPC) and leaves nothing behind. */
  readonly put: (content: Uint8Array) => Promise<Kept>;
  /** The same for a stream, in constant memory; a stream that breaks off leaves nothing behind either. */
  readonly putStream: (content: AsyncIterable<Uint8Array>) => Promise<Kept>;
  readonly read: (sha256: string) => ReadStream;
  readonly size: (sha256: string) => Promise<number | null>;
};

const HEAD = 4_096;

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
  const putStream = async (content: AsyncIterable<Uint8Array>): Promise<Kept> => {
    const temporary = join(folder, 'incoming', randomUUID());
    try {
      const kept = await writeNew(temporary, content);
      if ((await size(kept.sha256)) === kept.size) {
        await rm(temporary);
      } else {
        await mkdir(join(folder, kept.sha256.slice(0, 2)), { recursive: true, mode: 0o700 });
        await rename(temporary, pathOf(kept.sha256));
      }
      return kept;
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  };
  await mkdir(join(folder, 'incoming'), { recursive: true, mode: 0o700 });
  return {
    size,
    read: (sha256) => createReadStream(pathOf(sha256)),
    putStream,
    put: async (content) => {
      const sha256 = createHash('sha256').update(content).digest('hex');
      if ((await size(sha256)) === content.byteLength)
        return { sha256, size: content.byteLength, head: content.subarray(0, HEAD) };
      return putStream(oneChunk(content));
    },
  };
}

async function* oneChunk(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

async function writeNew(path: string, content: AsyncIterable<Uint8Array>): Promise<Kept> {
  const handle = await open(path, 'wx', 0o600);
  try {
    const kept = await writeAll(handle, content);
    await handle.sync();
    return kept;
  } finally {
    await handle.close();
  }
}

async function writeAll(handle: FileHandle, content: AsyncIterable<Uint8Array>): Promise<Kept> {
  const hash = createHash('sha256');
  const head: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    if (size < HEAD) head.push(chunk.subarray(0, HEAD - size));
    size += chunk.byteLength;
    await handle.writeFile(chunk);
  }
  return { sha256: hash.digest('hex'), size, head: Buffer.concat(head) };
}
