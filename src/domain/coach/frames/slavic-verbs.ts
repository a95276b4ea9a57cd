/** What a verb form says: first or third person, singular or plural, and whether it is a future by itself. */
export type VerbReading = {
  readonly person: 1 | 2 | 3;
  readonly plural: boolean;
  readonly future: boolean;
  /** Only people do this: approve, sign, call, repair. */
  readonly human: boolean;
};

type Endings = readonly [i: string, he: string, they: string, we: string, you: string];

const RU: Readonly<Record<string, Endings>> = {
  a: ['ю', 'ет', 'ют', 'ем', 'ете'],
  u: ['у', 'ет', 'ут', 'ем', 'ете'],
  i: ['ю', 'ит', 'ят', 'им', 'ите'],
  l: ['лю', 'ит', 'ят', 'им', 'ите'],
  s: ['у', 'ит', 'ат', 'им', 'ите'],
  d: ['м', 'ст', 'дут', 'дим', 'дите'],
};
const PL: Readonly<Record<string, Endings>> = {
  i: ['ię', 'i', 'ią', 'imy', 'icie'],
  z: ['ę', 'i', 'ą', 'imy', 'icie'],
  y: ['ę', 'y', 'ą', 'ymy', 'ycie'],
  e: ['ę', 'e', 'ą', 'emy', 'ecie'],
  n: ['ę', 'ie', 'ą', 'iemy', 'iecie'],
  a: ['am', 'a', 'ają', 'amy', 'acie'],
  d: ['am', 'a', 'adzą', 'amy', 'acie'],
};

/**
 * Reads a verb table: entries `class:stem` or `class:stem/stem2` (stem2 for all persons but "I", and in Russian also "they" of
 * class u keep the first; in Polish "they" always does), with `!` for deeds of people only. Lists named `future` are futures by themselves, `present` are not;
 * `roots` become futures under each of `prefixes`.
 */
export function readVerbs(
  tables: Readonly<Record<string, string>>,
  lang: 'ru' | 'pl',
): ReadonlyMap<string, VerbReading> {
  const classes = lang === 'ru' ? RU : PL;
  const map = new Map<string, VerbReading>();
  const skip = new Set((tables['skip'] ?? '').split(/\s+/));
  for (const entry of (tables['irregular'] ?? '').split(/\s+/)) {
    const [code = '', form] = entry.split('=');
    const person = Number(code[0]);
    if (form && (person === 1 || person === 3))
      map.set(form, { person, plural: code[1] === 'p', future: true, human: true });
  }
  const add = (entry: string, future: boolean, prefix = ''): void => {
    const [cls, body] = entry.split(':');
    const e = cls ? classes[cls] : undefined;
    if (!e || !body) return;
    const human = body.endsWith('!');
    const [first = '', other = first] = body
      .replace('!', '')
      .split('/')
      .map((stem) => prefix + stem);
    const stemThey = lang === 'pl' || cls === 'u' ? first : other;
    const put = (form: string, person: 1 | 2 | 3, plural: boolean): void => {
      const reading = { person, plural, future, human };
      if (skip.has(form)) return;
      if (!map.has(form)) map.set(form, reading);
      if (lang === 'ru') {
        const reflexive = form + (/[аеиоуыэюя]$/.test(form) ? 'сь' : 'ся');
        if (!map.has(reflexive)) map.set(reflexive, { ...reading, human: false });
      }
    };
    put(first + e[0], 1, false);
    put(other + e[1], 3, false);
    put(stemThey + (cls === 's' && other !== first ? 'ят' : e[2]), 3, true);
    put(other + e[3], 1, true);
    put(other + e[4], 2, true);
  };
  const list = (name: string): string[] => (tables[name] ?? '').split(/\s+/).filter((w) => w !== '');
  for (const name of Object.keys(tables))
    if (name === 'future' || name === 'present') for (const entry of list(name)) add(entry, name === 'future');
  // a simple verb under a prefix is a future, whether the dictionary has the pair or not
  for (const root of list('roots')) for (const prefix of list('prefixes')) add(root, true, prefix);
  return map;
}
