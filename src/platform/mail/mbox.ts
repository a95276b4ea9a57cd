const NEWLINE = 0x0a;
const FROM = Buffer.from('From ');

/**
 * The mails of an mbox file (RFC 4155, "mboxrd"): each begins with a `From ` line at the start or after an empty line; one `>` is taken
 * off quoted `>From ` lines. Bytes stay bytes: a mail may be in any charset. What does not begin with `From ` is one mail.
 */
export function splitMbox(file: Buffer): Buffer[] {
  if (!isMbox(file)) return [file];
  const starts: number[] = [];
  for (let at = 0; at !== -1 && at < file.length; at = nextLine(file, at)) {
    if (startsWith(file, at, FROM) && afterEmptyLine(file, at)) starts.push(at);
  }
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? file.length;
    const first = nextLine(file, start);
    return unquoted(file.subarray(first === -1 ? end : first, end));
  });
}

export const isMbox = (file: Buffer): boolean => startsWith(file, 0, FROM);

const startsWith = (file: Buffer, at: number, what: Buffer): boolean =>
  file.subarray(at, at + what.length).equals(what);

function nextLine(file: Buffer, at: number): number {
  const end = file.indexOf(NEWLINE, at);
  return end === -1 ? -1 : end + 1;
}

function afterEmptyLine(file: Buffer, at: number): boolean {
  if (at === 0) return true;
  const before = file.subarray(Math.max(0, at - 4), at).toString('latin1');
  return /(?:^|\n)\r?\n$/.test(before);
}

function unquoted(mail: Buffer): Buffer {
  if (!mail.includes('>From ')) return mail;
  return Buffer.from(mail.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1');
}
