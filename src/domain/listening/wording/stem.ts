/** Endings that carry grammar, not meaning, longest first; folded as in tokens.ts. */
const CYRILLIC =
  'иями ями ами иях ях ах его ого ему ому ыми ими ее ие ые ое ей ий ый ой ем им ым ом их ых ую юю ая яя ою ею ию ью ия ья ов ев ам ям ться тся ется ить ать ять еть ешь ишь ете ите ют ут ят ат ет ит ла ли ло на ны но а я о е и ы у ю ь й'.split(
    ' ',
  );
const LATIN =
  'ations ation ements ement ments ment ities ity ingly ings ing edly ed ies ied iego ego emu ymi imi ach ami owi owie owa owe owy ow iem em om ej ie ych ich ym im aja uja uje ujemy emy esz isz cie ac ic yc ales alas aly ala al yl ila eux euse euses aux eaux eur eurs ees ee er ez ent ant ons ais ait aient ly es s a e i o u y'.split(
    ' ',
  );

/** No stem is shorter than this, so that short words keep what tells them apart. */
const SHORTEST = 4;

/**
 * A light stem: one grammatical ending off, for words of English, Russian, Polish and French alike. It only has to bring the forms of one word
 * together when two texts of the same client are compared; it is no dictionary.
 */
export function stem(word: string): string {
  if (/\d/.test(word)) return word;
  const endings = /\p{Script=Cyrillic}/u.test(word) ? CYRILLIC : LATIN;
  const ending = endings.find((e) => word.endsWith(e) && word.length - e.length >= SHORTEST);
  return ending ? word.slice(0, -ending.length) : word;
}
