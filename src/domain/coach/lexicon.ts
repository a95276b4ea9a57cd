import { type DeadlineGrammar, compileDeadlines } from './deadline/compile.ts';
import { type FrameWords, type Pack, type ValueWords } from './packs/pack.ts';
import { compileCues, stripMarks } from './text.ts';
import { type RuleId } from './types.ts';

type Compiled<T> = { readonly [K in keyof T]: RegExp };
type AskWords = Compiled<ValueWords['ask']>;
type PlainValues = Omit<ValueWords, 'powers' | 'channels' | 'opposites' | 'ask' | 'stop' | 'keys'>;

/** A pack compiled once: every list one expression. */
export type Lexicon = {
  readonly pack: Pack;
  readonly stripped: boolean;
  readonly frames: Compiled<FrameWords>;
  readonly values: Compiled<PlainValues>;
  readonly ask: AskWords;
  readonly powers: readonly { readonly id: string; readonly draft: RegExp; readonly may: RegExp }[];
  readonly channels: readonly { readonly id: string; readonly condition: RegExp; readonly draft: RegExp }[];
  readonly opposites: readonly { readonly condition: RegExp; readonly draft: RegExp }[];
  readonly stop: ReadonlySet<string>;
  readonly keys: ReadonlyMap<string, RegExp>;
  readonly deadline: DeadlineGrammar;
  readonly rules: ReadonlyMap<RuleId, Readonly<Record<string, RegExp>>>;
  readonly verbs: Readonly<Record<string, string>>;
};

const cache = new WeakMap<Pack, [Lexicon | undefined, Lexicon | undefined]>();

/** Compiles a pack, or hands back what was compiled before; `stripped` is for drafts typed without diacritics. */
export function lexiconOf(pack: Pack, stripped = false): Lexicon {
  const entry = cache.get(pack) ?? [undefined, undefined];
  const slot = stripped ? 1 : 0;
  const lexicon = entry[slot] ?? build(pack, stripped);
  entry[slot] = lexicon;
  cache.set(pack, entry);
  return lexicon;
}

function all<T extends object>(words: T, strip: boolean): Compiled<T> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([k, v]) => (typeof v === 'string' ? [[k, compileCues(v, strip)]] : [])),
  ) as Compiled<T>;
}

function build(pack: Pack, stripped: boolean): Lexicon {
  const s = (text: string): string => (stripped ? stripMarks(text) : text);
  const { powers, channels, opposites, ask, stop, keys, ...plain } = pack.values;
  return {
    pack,
    stripped,
    frames: all(pack.frames, stripped),
    values: all(plain, stripped),
    ask: all(ask, stripped),
    powers: powers.map((p) => ({ id: p.id, draft: compileCues(p.draft, stripped), may: compileCues(p.may, stripped) })),
    channels: channels.map((c) => ({
      id: c.id,
      condition: compileCues(c.condition, stripped),
      draft: compileCues(c.draft, stripped),
    })),
    opposites: opposites.map((o) => ({
      condition: compileCues(o.condition, stripped),
      draft: compileCues(o.draft, stripped),
    })),
    stop: new Set(s(stop).split(/\s+/)),
    keys: new Map(
      keys.split(';').flatMap((pair): [string, RegExp][] => {
        const [key, cues] = pair.trim().split('=');
        return key && cues ? [[key, compileCues(cues.replaceAll('|', ';'), stripped)]] : [];
      }),
    ),
    deadline: compileDeadlines(pack.deadline, stripped),
    rules: new Map(pack.rules.filter((r) => r.status === 'on').map((r) => [r.id, all(r.cues, stripped)])),
    verbs: Object.fromEntries(Object.entries(pack.verbs).map(([k, v]) => [k, s(v)])),
  };
}
