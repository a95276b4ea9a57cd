import { type Lexicon } from '../lexicon.ts';
import { type Clause, type ClauseEvent, type Token } from './clauses.ts';
import { subjectClass } from './subject.ts';

const CLITIC = new Set("ne n' me m' te t' se s' le la les l' lui leur y en vous nous".split(' '));
const ADVERB = new Set(
  'donc aussi ensuite bien alors puis encore toujours déjà deja sûrement surement certainement bientôt bientot personnellement volontiers simplement seulement également egalement tout'.split(
    ' ',
  ),
);
const NEG = new Set("ne n'".split(' '));
const NOT_FUTURE =
  /^(?:vrai|essai|délai|delai|quai|balai|caméra|camera|opéra|opera|extra|ultra|infra|sera-ce|front|affront|cobra|citera-t|entra|montra|rentra|cadra|retrai|tournerai-je|environs|environ|patrons|patron)$/;
const CONDITIONAL = /(?:rais|rait|rions|riez|raient)$/;
const MODAL_COND = /^(?:devr|pourr|aimer|souhaiter|voudr|pens)/;
const IMPERSONAL = /^(?:faudra|faudrait|s'agira|vaudra|vaudrait|faut)$/;
const DETERMINER = new Set('le un une du au ce avec mon son notre votre de par des aux ma sa cette en sans'.split(' '));
const PAST_AUX = new Set(
  'ai avons a as ont avez suis étais etais avais sommes étions avions ayant été ete étaient'.split(' '),
);
const BE = new Set('est sont'.split(' '));
const THIRD =
  /^(?:arrive|part|revient|suit|passe|repasse|livre|vient|sort|ressort|rentre|reprend|commence|démarre|redémarre|appelle|rappelle|envoie|corrige|répare|installe|signe|valide|remplace|monte|pose|finit|termine|fait|prend|récupère|vérifie|contacte|intervient|accepte|rembourse|règle|débloque|libère|paie|paye|traite)(?:nt)?$|^(?:partent|reviennent|suivent|viennent|sortent|ressortent|reprennent|finissent|font|prennent|interviennent)$/;

function afterClitics(tokens: readonly Token[], from: number): { j: number; negated: boolean } {
  let j = from;
  let negated = false;
  while (j < tokens.length && (CLITIC.has(tokens[j]?.w ?? '') || ADVERB.has(tokens[j]?.w ?? ''))) {
    if (NEG.has(tokens[j]?.w ?? '')) negated = true;
    j++;
  }
  return { j, negated };
}

const PRONOUN = /^(?:il|elle|ils|elles|ce|cela|ça|ca|c')$/;
/** "Je vous …": said to the reader, a present is what will be done for them. */
const givesYou = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from + 1, to).some((t) => t.w === 'vous' || t.w === 'te' || t.w === "t'");
const INFINITIVE = /(?:er|ir|re|oir)$/;
const hedgedMood = (w: string): ClauseEvent['mood'] => (CONDITIONAL.test(w) ? 'hedged' : 'firm');

/** French: simple and near future by ending and auxiliary, present beside a deadline, clitics between subject and verb. */
export function readFrench(clause: Clause, text: string, lexicon: Lexicon): ClauseEvent[] {
  const { tokens } = clause;
  const out: ClauseEvent[] = [];
  const taken = new Set<number>();
  const push = (
    from: number,
    j: number,
    who: ClauseEvent['who'],
    tense: ClauseEvent['tense'],
    negated: boolean,
    verb = j,
  ): void => {
    const v = tokens[verb];
    const start = tokens[from];
    if (!v || !start || taken.has(j) || IMPERSONAL.test(tokens[j]?.w ?? '')) return;
    if (CONDITIONAL.test(tokens[j]?.w ?? '') && !MODAL_COND.test(tokens[j]?.w ?? '')) return;
    for (let k = j; k <= verb; k++) taken.add(k);
    out.push({
      at: start.start,
      end: v.end,
      who,
      tense,
      negated,
      verb: v.w,
      mood: hedgedMood(tokens[j]?.w ?? ''),
      pronoun: PRONOUN.test(tokens[from - 1]?.w ?? '') || PRONOUN.test(tokens[from]?.w ?? ''),
    });
  };
  tokens.forEach((t, i) => {
    if (taken.has(i)) return;
    const pronoun =
      t.w === 'je' || t.w === "j'"
        ? 'i'
        : t.w === 'nous' || t.w === 'on'
          ? 'we'
          : t.w === 'vous' || t.w === 'tu'
            ? 'you'
            : null;
    if (pronoun) {
      const { j, negated } = afterClitics(tokens, i + 1);
      const v = tokens[j]?.w;
      if (v === undefined) return;
      if (/^(?:vais|allons|va|allez|vas)$/.test(v)) {
        const inf = afterClitics(tokens, j + 1).j;
        if (INFINITIVE.test(tokens[inf]?.w ?? '')) push(i, j, pronoun, 'future', negated, inf);
      } else if (NOT_FUTURE.test(v)) return;
      else if (pronoun === 'i' && /(?:rai|rais)$/.test(v)) push(i, j, 'i', 'future', negated, deepest(tokens, j));
      else if (t.w === 'nous' && /(?:rons|rions)$/.test(v)) push(i, j, 'we', 'future', negated, deepest(tokens, j));
      else if (t.w === 'on' && /(?:ra|rait)$/.test(v)) push(i, j, 'we', 'future', negated, deepest(tokens, j));
      else if (t.w === 'vous' && v.endsWith('rez')) push(i, j, 'you', 'future', negated, deepest(tokens, j));
      else if (t.w === 'tu' && v.endsWith('ras')) push(i, j, 'you', 'future', negated, deepest(tokens, j));
      else if (PAST_AUX.has(v)) taken.add(j);
      else if (pronoun === 'i' && givesYou(tokens, i, j) && !/(?<!^f|^ref|^s)(?:ais)$|ant$/.test(v))
        push(i, j, 'i', 'future', negated, deepest(tokens, j));
      else if (t.w === 'nous' && givesYou(tokens, i, j) && v.endsWith('ons') && !v.endsWith('ions'))
        push(i, j, 'we', 'future', negated, deepest(tokens, j));
      else if (pronoun === 'i' && !/(?<!^f|^ref|^s)(?:ais)$|ant$/.test(v))
        push(i, j, 'i', 'present', negated, deepest(tokens, j));
      else if (t.w === 'nous' && /(?:ons|mes)$/.test(v) && !/(?:ions)$/.test(v))
        push(i, j, 'we', 'present', negated, deepest(tokens, j));
      else if (t.w === 'on' && !BE.has(v) && v !== 'a') push(i, j, 'we', 'present', negated);
      return;
    }
    if (NOT_FUTURE.test(t.w)) return;
    const { negated } = negationBefore(tokens, i);
    const subject = (): ClauseEvent['who'] => thirdPerson(tokens, i, text, clause, lexicon);
    if (/(?:[aeiurdvt])rai$/.test(t.w)) push(i, i, 'i', 'future', negated);
    else if (/(?:[aeiurdvt])rons$/.test(t.w) && i > 0) push(i, i, 'we', 'future', negated);
    else if (/(?:[aeiurdvt])(?:ra|ront)$/.test(t.w) || /(?:[aeiurdvt])(?:rait|raient)$/.test(t.w))
      push(i, i, subject(), 'future', negated, deepest(tokens, i));
    else if ((t.w === 'va' || t.w === 'vont') && i > 0) {
      const inf = afterClitics(tokens, i + 1).j;
      if (INFINITIVE.test(tokens[inf]?.w ?? '')) push(i, i, subject(), 'future', negated, inf);
    } else if (i > 0 && (BE.has(t.w) || (THIRD.test(t.w) && !DETERMINER.has(tokens[i - 1]?.w ?? ''))))
      push(i, i, subject(), 'present', negated, BE.has(t.w) ? Math.min(i + 1, tokens.length - 1) : i);
  });
  return out.sort((a, b) => a.at - b.at);
}

/** "pourrai passer", "ferai livrer": the infinitive or participle that carries the meaning, where it follows at once. */
function deepest(tokens: readonly Token[], j: number): number {
  const { j: k } = afterClitics(tokens, j + 1);
  const next = tokens[k]?.w ?? '';
  return k - j <= 3 &&
    (INFINITIVE.test(next) || /(?:é|ée|és|ées|i|is|ie|u|ue|us|ues|it|ite|ert|erte)$/.test(next)) &&
    next.length > 3
    ? k
    : j;
}

function negationBefore(tokens: readonly Token[], i: number): { negated: boolean } {
  for (let k = i - 1; k >= 0 && k >= i - 4; k--) {
    const w = tokens[k]?.w ?? '';
    if (NEG.has(w)) return { negated: true };
    if (!CLITIC.has(w)) break;
  }
  return { negated: false };
}

function thirdPerson(
  tokens: readonly Token[],
  i: number,
  text: string,
  clause: Clause,
  lexicon: Lexicon,
): ClauseEvent['who'] {
  let k = i - 1;
  while (k >= 0 && (CLITIC.has(tokens[k]?.w ?? '') || ADVERB.has(tokens[k]?.w ?? ''))) k--;
  const left = tokens[k]?.w ?? '';
  if (/^(?:il|elle|ils|elles)$/.test(left)) return BE.has(tokens[i]?.w ?? '') ? 'thing' : 'human';
  if (/^(?:ce|cela|ça|ca|c'|tout|rien)$/.test(left)) return 'thing';
  return subjectClass(
    { start: clause.start, end: tokens[i]?.start ?? clause.end },
    tokens.slice(0, i),
    text,
    lexicon,
    clause.sentenceStart,
  );
}
