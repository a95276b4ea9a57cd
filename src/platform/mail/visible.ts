/** U+202A–202E, U+2066–2069 and the marks U+200E, U+200F, U+061C turn the direction of writing and can disguise a name or a link. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** Shows what changes the direction of writing as a code in brackets, so that it can be seen and no longer works. */
export function showBidi(text: string): string {
  return text.replace(BIDI, (c) => `[U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);
}

const EXTENSIONS: Record<string, string> = {
  'message/rfc822': '.eml',
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'text/plain': '.txt',
  'text/html': '.html',
  'text/calendar': '.ics',
  'text/csv': '.csv',
  'application/zip': '.zip',
  'application/ms-tnef': '.dat',
};

/** A file's name for display: no folders, no control characters, nothing invisible, at most 150 characters (AT-20). */
export function cleanFileName(name: string | null, type: string): string {
  const last = (name ?? '').split(/[/\\]/).at(-1) ?? '';
  const bare = showBidi(last.replace(INVISIBLE, ''))
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[<>:"|?*]/g, '_')
    .trim()
    .replace(/^\.+/, '_')
    .replace(/[. ]+$/, '');
  if (!bare || bare === '_') return `attachment${EXTENSIONS[type] ?? ''}`;
  const characters = [...bare];
  if (characters.length <= 150) return bare;
  const dot = bare.lastIndexOf('.');
  const extension = dot > 0 && bare.length - dot <= 12 ? bare.slice(dot) : '';
  return characters.slice(0, 150 - extension.length).join('') + extension;
}
