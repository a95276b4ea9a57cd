type Sign = { readonly type: string; readonly at?: number; readonly hex: string };

const SIGNS: readonly Sign[] = [
  { type: 'image/png', hex: '89504e470d0a1a0a' },
  { type: 'image/jpeg', hex: 'ffd8ff' },
  { type: 'image/gif', hex: '47494638' },
  { type: 'image/webp', at: 8, hex: '57454250' },
  { type: 'image/bmp', hex: '424d' },
  { type: 'image/tiff', hex: '49492a00' },
  { type: 'image/tiff', hex: '4d4d002a' },
  { type: 'image/avif', at: 4, hex: '6674797061766966' },
  { type: 'image/heic', at: 4, hex: '6674797068656963' },
  { type: 'application/pdf', hex: '255044462d' },
  { type: 'application/zip', hex: '504b0304' },
  { type: 'application/x-7z-compressed', hex: '377abcaf271c' },
  { type: 'application/vnd.rar', hex: '526172211a07' },
  { type: 'application/gzip', hex: '1f8b08' },
  { type: 'application/x-msdownload', hex: '4d5a' },
  { type: 'application/x-executable', hex: '7f454c46' },
  { type: 'application/x-cfb', hex: 'd0cf11e0a1b11ae1' },
  { type: 'application/ms-tnef', hex: '789f3e22' },
];

/** Types whose files carry another type's first bytes: Office files are ZIP or CFB archives. */
const CONTAINER: Record<string, RegExp> = {
  'application/zip': /officedocument|opendocument|epub|java-archive|zip|octet-stream|vnd\.|x-iwork/,
  'application/x-cfb': /msword|ms-|vnd\.|octet-stream/,
  'image/tiff': /^image\//,
  'application/gzip': /gzip|tar|octet-stream/,
};

/**
 * The type a browser would act on. First bytes win over what the sender declared where that matters: a page is a page whatever
 * its label says, and a label that promises a picture or PDF is not believed without the bytes (AT-28).
 */
export function fileType(content: Uint8Array, declared: string): string {
  const label = /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(declared) ? declared.toLowerCase() : 'application/octet-stream';
  const found = bySign(content);
  if (found) return CONTAINER[found]?.test(label) && label !== 'application/octet-stream' ? label : found;
  const markup = byMarkup(content);
  if (markup && (markup !== 'text/xml' || !/xml|html|svg/.test(label))) return markup;
  const unproven = /^image\/(?!svg)|^application\/pdf$/.test(label) && content.length > 0;
  return unproven && !/^image\/(?:vnd|x-)/.test(label) ? 'application/octet-stream' : label;
}

function bySign(content: Uint8Array): string | null {
  const head = Buffer.from(content.subarray(0, 64)).toString('hex');
  const sign = SIGNS.find((s) => head.startsWith(s.hex, (s.at ?? 0) * 2));
  // Two letters prove nothing in a text: bitmaps and programs have a NUL near the start.
  return sign && (sign.hex.length > 4 || content.subarray(0, 64).includes(0)) ? sign.type : null;
}

function byMarkup(content: Uint8Array): string | null {
  const head = Buffer.from(content.subarray(0, 1024))
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '')
    .toLowerCase();
  if (!head.startsWith('<')) return null;
  if (/<svg[\s>]/.test(head)) return 'image/svg+xml';
  if (/<!doctype html|<html[\s>]|<script[\s>]|<body[\s>]|<head[\s>]/.test(head)) return 'text/html';
  return head.startsWith('<?xml') ? 'text/xml' : null;
}
