/** The draft in composed form (NFC) and the way back from its offsets to those of the draft as typed. */
export function originalOffsets(draft: string): { readonly text: string; readonly at: (index: number) => number } {
  const text = draft.normalize('NFC');
  if (text === draft) return { text, at: (i) => i };
  // composed piece by piece: a base letter with its marks becomes one piece, so each piece maps to where it began
  const starts: number[] = [];
  let composed = '';
  for (const m of draft.matchAll(/[^\p{M}]\p{M}*|\p{M}+/gu)) {
    const piece = m[0].normalize('NFC');
    for (let k = 0; k < piece.length; k++) starts.push(m.index);
    composed += piece;
  }
  return { text: composed, at: (i) => starts[i] ?? draft.length };
}
