/**
 * UTF-7 (RFC 2152), which no TextDecoder knows but old Outlook and Exchange still send.
 */
export function decodeUtf7(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  let out = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf('+', at);
    if (open < 0) return out + text.slice(at);
    out += text.slice(at, open);
    let end = open + 1;
    while (end < text.length && isBase64(text.charCodeAt(end))) end++;
    if (end === open + 1) {
      out += '+';
      at = text[end] === '-' ? end + 1 : end;
      continue;
    }
    out += utf16(Buffer.from(text.slice(open + 1, end), 'base64'));
    at = text[end] === '-' ? end + 1 : end;
  }
}

function isBase64(c: number): boolean {
  return (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || c === 43 || c === 47;
}

function utf16(bytes: Buffer): string {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return new TextDecoder('utf-16be').decode(even);
}
