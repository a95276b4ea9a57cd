type Candidate = {
  readonly label: string;
  readonly script: 'cyrillic' | 'latin';
  readonly frequent: string;
  readonly known: string;
};

const CYRILLIC = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфіїєґ';
const POLISH = 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ';
const CENTRAL = 'áéíóöőúüűčďěňřšťůýžäëâîăşţÁÉÍÓÖŐÚÜŰČŘŠŽÝß';
const WESTERN = 'éèàçêäöüßñôîûëïùâœæøåáíóúãõìòÉÈÀÇÊÄÖÜÔŒÆØÅ«»’“”–…€°';

const CANDIDATES: readonly Candidate[] = [
  { label: 'windows-1252', script: 'latin', frequent: 'éèàçêäöüßñôîûâ', known: WESTERN },
  { label: 'windows-1251', script: 'cyrillic', frequent: CYRILLIC.slice(0, 14), known: CYRILLIC },
  { label: 'koi8-r', script: 'cyrillic', frequent: CYRILLIC.slice(0, 14), known: CYRILLIC },
  { label: 'iso-8859-2', script: 'latin', frequent: POLISH, known: CENTRAL },
  { label: 'windows-1250', script: 'latin', frequent: POLISH, known: CENTRAL + '„”–…’' },
  { label: 'ibm866', script: 'cyrillic', frequent: CYRILLIC.slice(0, 14), known: CYRILLIC },
  { label: 'iso-8859-5', script: 'cyrillic', frequent: CYRILLIC.slice(0, 14), known: CYRILLIC },
];

const LETTER = /\p{L}/u;
const SAMPLE = 20_000;

/**
 * The eight-bit charset in which the text looks most like writing: letters that are frequent in the language, in words, in a
 * natural mix of cases. `fallback` wins unless another is clearly better.
 */
export function guessCharset(bytes: Uint8Array, fallback: string | null): string {
  const sample = sampleOf(bytes);
  let best = 'windows-1252';
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const candidate of CANDIDATES) {
    const bonus = candidate.label === fallback ? 3 : 0;
    const score = scoreOf(new TextDecoder(candidate.label).decode(sample), candidate) + bonus;
    if (score > bestScore) {
      bestScore = score;
      best = candidate.label;
    }
  }
  return best;
}

/** The part of the text that says something: from the first high byte on. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((b) => b >= 0x80);
  const start = Math.max(0, first - 20);
  return bytes.subarray(start, start + SAMPLE);
}

function scoreOf(text: string, candidate: Candidate): number {
  let score = 0;
  let before = '';
  for (const char of text) {
    if (char >= '\u0080') score += charScore(char, before, candidate);
    else if (candidate.script === 'cyrillic' && isAsciiLetter(char) && before >= '\u0080' && LETTER.test(before))
      score -= 3;
    before = char;
  }
  return score;
}

function charScore(char: string, before: string, { script, frequent, known }: Candidate): number {
  if (char === '\ufffd') return -10;
  if (char <= '\u009f') return -6;
  if (!LETTER.test(char)) {
    if (known.includes(char) || char === '\u00a0' || '«»„“”–—…№’'.includes(char)) return 0.5;
    return LETTER.test(before) ? -3 : -1;
  }
  const low = char.toLowerCase();
  const upper = char !== low;
  const afterLetter = before !== '' && LETTER.test(before);
  const jump = upper && afterLetter && before === before.toLowerCase() && before !== before.toUpperCase() ? -3 : 0;
  if (script === 'latin') {
    const run = before >= '\u0080' && afterLetter ? -3 : 0;
    if (frequent.includes(char)) return 3 + jump + run;
    return (known.includes(char) ? 1 : -2) + jump + run;
  }
  const mixed = isAsciiLetter(before) ? -3 : 0;
  if (frequent.includes(low)) return (upper ? 1 : 3) + jump + mixed;
  return (known.includes(low) || low === 'ё' || low === 'ъ' ? (upper ? 0 : 1) : -3) + jump + mixed;
}

function isAsciiLetter(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z');
}
