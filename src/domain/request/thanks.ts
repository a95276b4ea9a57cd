/** Words a note of thanks is made of, folded (lower case, no diacritics, ё = е). Everything else makes it more than thanks. */
const THANKS = new Set(
  `thank thanks thx ty cheers appreciated appreciate gratitude grateful
   спасибо благодарю благодарим благодарен благодарна благодарны признателен признательна признательны спс
   dziekuje dziekujemy dzieki dziekowac wdzieczni wdzieczny wdzieczna podziekowania
   merci remercie remercions remerciements`.split(/\s+/),
);

const AROUND = new Set(
  `a all again and are best bye dear everyone everything excellent fine for from good got great have hello hi i in is it its
   job just kind lot lots many me much my nice noted now of ok okay once our perfect prompt quick quickly really received regards resolved so
   solved speedy super support sincerely team that the this to today us very we weekend day well wishes with wonderful work works working yes you
   your yours help helping service
   все всё всем вам вас вы большое огромное очень за и с со уважением уважаемый уважаемая коллеги коллега добрый день вечер утро здравствуйте
   привет отлично супер хорошо замечательно прекрасно понял поняла поняли принято получил получила получили получено работает заработало
   помощь поддержку оперативность быстро быстрый быструю ответ работу мы я у нас меня теперь да ок хорошего дня вечера выходных команда команде
   wszystko bardzo za pomoc wsparcie szybka szybko szybkie odpowiedz prace i z na panu pani panstwu pan wam ci serdecznie uprzejmie pozdrawiam
   pozdrawiamy pozdrowienia powazaniem wyrazami szacunku dzien dobry witam witaj czesc hej super swietnie idealnie doskonale dobrze ok juz dziala
   dzialaja tak jest u nas mnie milego dnia weekendu wieczoru otrzymalem otrzymalam otrzymalismy przyjalem przyjelam dla zespolu od calego
   beaucoup bien bonjour bonsoir bonne bon journee soiree week-end weekend cordialement salutations sinceres amicalement pour votre vos ton
   ta tes aide reponse rapide rapidite efficacite intervention travail support equipe toute tout tous toutes parfait super excellent impeccable genial
   nickel c'est c est ca fonctionne marche maintenant recu note d'accord accord oui ok je nous vous te et de du la le les l a au chez a tres infiniment
   vivement mes nos meilleures madame monsieur mme m`
    .split(/\s+/)
    .map(fold),
);

function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('’', "'");
}

const GREETING = new Set(
  'hi hello dear уважаемый уважаемая привет день вечер утро здравствуйте witam witaj dobry czesc hej pani panie bonjour bonsoir madame monsieur'
    .split(' ')
    .map(fold),
);

/** At most this many words of names: a greeting, and whoever signs. */
const NAME_WORDS = 4;
const NAME = /^\p{Lu}\p{Ll}*(?:-\p{Lu}\p{Ll}*)?$/u;
const WORD = /[\p{L}\p{M}’'-]+/gu;

/**
 * C2: a message that says nothing but thanks, in any of the four languages. Precision first: a question mark, a digit, a link or one word that is
 * neither thanks nor a name makes it more than thanks, so that "thank you, but the light still blinks" is never taken for an ending.
 * Hand in the author's own text, without quoted lines and signature.
 */
export function thanksOnly(text: string): boolean {
  if (text.length > 400 || /[?\d@]|https?:/u.test(text)) return false;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  let thanks = false;
  let names = 0;
  for (const [i, line] of lines.entries()) {
    const found = signedLine(line, i > 0 && i === lines.length - 1) ?? readLine(line);
    if (!found) return false;
    thanks ||= found.thanks;
    names += found.names;
  }
  return thanks && names <= NAME_WORDS;
}

type Found = { readonly thanks: boolean; readonly names: number };

/** The last line may be nothing but a name, without a full stop: "Broken." is not somebody's name. */
function signedLine(line: string, last: boolean): Found | null {
  const words = line.match(WORD) ?? [];
  return last && /[\p{L},\s]$/u.test(line) && words.every((w) => NAME.test(w))
    ? { thanks: words.some(isThanks), names: words.length }
    : null;
}

const isThanks = (word: string): boolean => THANKS.has(fold(word));

/** Within a line a name stands right behind a greeting, a word of thanks or another name, with nothing but a comma between. */
function readLine(line: string): Found | null {
  let thanks = false;
  let names = 0;
  let open = false;
  for (const m of line.matchAll(/[\p{L}\p{M}’'-]+|[^\p{L}\p{M}’'\s,-]/gu)) {
    const word = m[0];
    const folded = fold(word);
    if (THANKS.has(folded)) thanks = true;
    else if (open && NAME.test(word) && !AROUND.has(folded)) names += 1;
    else if (/\p{L}/u.test(word) && !AROUND.has(folded)) return null;
    open = THANKS.has(folded) || GREETING.has(folded) || (open && NAME.test(word));
  }
  return { thanks, names };
}
