import { createHash } from 'node:crypto';
import type { FileStore } from '../../platform/files/file-store.ts';
import { showImages } from '../../platform/mail/sanitize.ts';

const STYLE =
  'body{font:15px/1.5 system-ui,sans-serif;margin:8px;overflow-wrap:anywhere}img{max-width:100%;height:auto}' +
  'blockquote{margin:0 0 0 .5em;padding-left:.75em;border-left:2px solid #bbb}table{max-width:100%}';

/** Nothing loads, nothing runs: only pictures that are in the mail itself and the one style sheet of ours. */
export const FRAME_POLICY = [
  "default-src 'none'",
  'img-src data:',
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

export type Picture = {
  readonly content_id: string | null;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
};

/** So much of pictures inside a mail is shown in the frame; the rest can be downloaded. */
const MOST_BYTES = 10 * 1024 * 1024;

/** The cleaned HTML of a mail as a page for a sandboxed frame; `cid:` pictures are put in, remote ones are not. */
export async function messagePage(files: FileStore, html: string, pictures: readonly Picture[]): Promise<string> {
  const shown = new Map<string, string>();
  let bytes = 0;
  for (const { content_id: id, type, size, sha256 } of pictures) {
    bytes += size;
    if (id === null || bytes > MOST_BYTES || (await files.size(sha256)) === null) continue;
    const content = Buffer.concat(await files.read(sha256).toArray());
    shown.set(id, `data:${type};base64,${content.toString('base64')}`);
  }
  const body = showImages(html, { cid: (id) => shown.get(id) ?? null });
  return `<!doctype html><html><head><meta charset="utf-8"><style>${STYLE}</style></head><body>${body}</body></html>`;
}
