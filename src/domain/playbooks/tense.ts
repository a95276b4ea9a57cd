/** Words of people who have had enough, cut to their beginnings, in the four languages. Precision first: a suggestion is only a hint. */
const ENOUGH = [
  'unacceptable',
  'outrageous',
  'ridiculous',
  'fed up',
  'sick of',
  'disgrace',
  'scandal',
  'lawyer',
  'last time i',
  'how dare',
  'безобрази',
  'возмутительн',
  'недопустим',
  'сколько можно',
  'позор',
  'издеват',
  'в суд',
  'юрист',
  'skandal',
  'niedopuszczaln',
  'oburzając',
  'żarty sobie',
  'mam dość',
  'mamy dość',
  'kpin',
  'prawnik',
  'inacceptable',
  'inadmissible',
  'scandaleux',
  'honteux',
  'ras-le-bol',
  'ras le bol',
  'avocat',
  'c’en est trop',
] as const;

/** S1: a message sounds tense: two words of somebody who has had enough, or one together with shouting. */
export function soundsTense(words: string): boolean {
  const low = words.toLowerCase().replaceAll("'", '’');
  const enough = ENOUGH.filter((w) => low.includes(w)).length;
  return enough >= 2 || (enough === 1 && shouts(words)) || /!{3,}/.test(words);
}

/** Several long words in capitals, or exclamation marks one after another. */
const shouts = (words: string): boolean =>
  (words.match(/\p{Lu}{4,}/gu) ?? []).length >= 3 || (words.match(/!/g) ?? []).length >= 2;
