import { type Lexicon } from '../lexicon.ts';
import { has } from '../text.ts';
import { type Clause, type ClauseEvent, type Token } from './clauses.ts';
import { readVerbs, type VerbReading } from './slavic-verbs.ts';

const cache = new WeakMap<Lexicon, ReadonlyMap<string, VerbReading>>();
const hedgeCache = new WeakMap<Lexicon, ReadonlyMap<string, ClauseEvent['who']>>();

/** Forms that promise with room to spare: „postaram się”, «надеюсь успеть», „powinniśmy”. */
function hedgesOf(lexicon: Lexicon): ReadonlyMap<string, ClauseEvent['who']> {
  const known = hedgeCache.get(lexicon);
  if (known) return known;
  const map = new Map<string, ClauseEvent['who']>();
  for (const pair of (lexicon.verbs['hedged'] ?? '').split(/\s+/)) {
    const [who, form] = pair.split('=');
    if (form && (who === 'i' || who === 'we' || who === 'thing')) map.set(form, who);
  }
  hedgeCache.set(lexicon, map);
  return map;
}

function verbsOf(lexicon: Lexicon): ReadonlyMap<string, VerbReading> {
  const known = cache.get(lexicon);
  if (known) return known;
  const map = readVerbs(lexicon.verbs, lexicon.pack.lang === 'pl' ? 'pl' : 'ru');
  cache.set(lexicon, map);
  return map;
}

const BE: Readonly<Record<string, VerbReading>> = {
  буду: { person: 1, plural: false, future: true, human: false },
  будем: { person: 1, plural: true, future: true, human: false },
  будет: { person: 3, plural: false, future: true, human: false },
  будут: { person: 3, plural: true, future: true, human: false },
  będę: { person: 1, plural: false, future: true, human: false },
  będziemy: { person: 1, plural: true, future: true, human: false },
  będzie: { person: 3, plural: false, future: true, human: false },
  będą: { person: 3, plural: true, future: true, human: false },
  bede: { person: 1, plural: false, future: true, human: false },
  bedziemy: { person: 1, plural: true, future: true, human: false },
  bedzie: { person: 3, plural: false, future: true, human: false },
  beda: { person: 3, plural: true, future: true, human: false },
};

/** First person by ending alone, for verbs no table knows: „-emy”, «-аем». Such a form counts only beside a deadline. */
function guess(w: string, lang: string): VerbReading | undefined {
  if (w.length < 5) return undefined;
  const r = (plural: boolean): VerbReading => ({ person: 1, plural, future: false, human: false });
  if (lang === 'ru') {
    if (/(?:аю|яю|ирую|изую|ываю|иваю)(?:сь)?$/.test(w)) return r(false);
    if (/(?:аем|яем|ируем|изуем|ываем|иваем)(?:ся)?$/.test(w)) return r(true);
    return undefined;
  }
  if (w.endsWith('uję')) return r(false);
  if (w.length > 5 && w.endsWith('am') && !/(?:gram|klam|oram|znam|mam)$/.test(w)) return r(false);
  if (/[a-ząćęłńóśźż](?:emy|imy|ymy|amy)$/.test(w) && !/(?:probl|syst|rekl|progr|terl|al|pan|mi)[ea]my$/.test(w))
    return r(true);
  return undefined;
}

const NEG = new Set(['не', 'nie', 'ни']);
const FIRST = new Set(['я', 'мы', 'ja', 'my']);

/** Russian and Polish: the verb form itself names the person; the subject of a third person may stand on either side of it. */
export function readSlavic(clause: Clause, text: string, lexicon: Lexicon): ClauseEvent[] {
  const lang = lexicon.pack.lang;
  const verbs = verbsOf(lexicon);
  const hedges = hedgesOf(lexicon);
  const { tokens } = clause;
  const out: ClauseEvent[] = [];
  tokens.forEach((t, i) => {
    const hedge = hedges.get(t.w);
    if (hedge && !NEG.has(tokens[i - 1]?.w ?? '')) {
      out.push({ at: t.start, end: t.end, who: hedge, tense: 'future', negated: false, verb: t.w, mood: 'hedged' });
      return;
    }
    const be = BE[t.w];
    const reading = be ?? verbs.get(t.w) ?? guess(t.w, lang);
    if (!reading || (t.name && !reading.future)) return;
    const previous = tokens[i - 1]?.w ?? '';
    if ((NOUN_BEFORE.test(previous) && !be) || tokens[i + 1]?.w === 'ли') return;
    const negated = NEG.has(previous) || (NEG.has(tokens[i - 2]?.w ?? '') && FIRST.has(previous));
    const who = person(reading, t, i, clause, text, lexicon);
    if (who === null) return;
    const verb = be ? (tokens[i + 1]?.w ?? t.w) : t.w;
    out.push({
      at: t.start,
      end: t.end,
      who,
      tense: reading.future ? 'future' : 'present',
      negated,
      verb: be ? `${t.w} ${verb}` : t.w,
      mood: 'firm',
    });
  });
  return out;
}

/** After a preposition or an adjective ending the form is a noun, not a verb («в среду», „na zmianę”). */
const NOUN_BEFORE =
  /^(?:в|на|за|под|про|через|по|к|о|об|для|от|до|из|эту|нашу|вашу|новую|w|we|na|za|przez|po|pod|o|do|z|ze|od|tę|naszą|nową|państwa|swoją|każdą)$/;

const OBJECT = /^(?:to|je|go|ją|ich|je|wszystko|это|его|ее|их|все)$/;

/** Written with a capital out of courtesy, not as a name. */
const COURTEOUS =
  /^(?:pan|pani|pana|panu|panią|panem|państw\S*|was|wam|wami|wasz\S*|ty|ci|cię|tobie|вы|вас|вам|вами|ваш\S*)$/;

function person(
  v: VerbReading,
  t: Token,
  i: number,
  clause: Clause,
  text: string,
  lexicon: Lexicon,
): ClauseEvent['who'] | null {
  if (v.person === 1) return v.plural ? 'we' : 'i';
  if (v.person === 2) return 'you';
  const { tokens } = clause;
  const polite = /^(?:pan|pani|państwo|panstwo|ksiądz|wy|вы|ты)$/;
  // „przeliczy to Pani”: after an object the courteous form is the one it is done for
  const second = OBJECT.test(tokens[i + 1]?.w ?? '') ? undefined : tokens[i + 2];
  if ([tokens[i + 1], second, tokens[i - 1], tokens[i - 2]].some((x) => polite.test(x?.w ?? ''))) {
    const role = [tokens[i + 1], tokens[i + 2], tokens[i - 1]].some((x) => x && has(lexicon.frames.role, x.w));
    if (!role) return 'you';
  }
  const around = text.slice(clause.start, clause.end);
  const pronoun = new RegExp(`(?:^|\\s)(?:он|она|они|on|ona|oni|one)(?:\\s|$)`).test(around);
  const role = has(lexicon.frames.role, around);
  // with a deed of people, only a thing that stands as the subject counts against them
  const subjects = [tokens[i - 1], tokens[i - 2], tokens[0]].map((x) => x?.w ?? '').join(' ');
  const beside = tokens.slice(Math.max(0, i - 5), i + 3).map((x) => x.w);
  const machine = has(lexicon.frames.machine, v.human ? subjects : beside.join(' '));
  if (role && (v.human || !machine)) return 'human';
  const neighbours = [tokens[i - 1], tokens[i + 1], i === 1 ? tokens[0] : undefined];
  const named = neighbours.some((x) => x?.name && x.w.length > 2 && !COURTEOUS.test(x.w));
  if (machine) return 'thing';
  // "вам предложат": they without a subject is our own side
  if (v.plural && !role && /^(?:вам|вас|тебе|państwu|wam|panu)$/.test(tokens[i - 1]?.w ?? '')) return 'we';
  if (pronoun && v.human) return 'human';
  if (v.human && !machine) return 'human';
  return named && v.future && !/^(?:буд|będ|bed)/.test(t.w) ? 'human' : 'thing';
}
