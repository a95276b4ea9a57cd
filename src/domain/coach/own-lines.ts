/** The draft without quoted lines and without what follows the signature mark: enough to tell its language. */
export function ownLines(draft: string): string {
  const signature = /^--\s*$/m.exec(draft);
  const text = signature ? draft.slice(0, signature.index) : draft;
  return text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('>'))
    .join('\n');
}
