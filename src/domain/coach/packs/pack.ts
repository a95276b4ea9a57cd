import { type DeadlineWords } from '../deadline/words.ts';
import { type Lang, type Level, type RuleId } from '../types.ts';

/**
 * The words a language fills the frames with. Every value is a cue list (see `text.ts`): phrases one a line or separated by
 * semicolons, `*` for the rest of a word, ` .. ` and ` ... ` for a bounded gap.
 */
export type FrameWords = {
  /** First lines that only greet, last lines that only take leave. */
  readonly greeting: string;
  readonly closing: string;
  /** Abbreviations that end in a full stop without ending the sentence. */
  readonly abbreviations: string;
  /** Try, should, hope, perhaps: an undertaking that leaves room. */
  readonly hedge: string;
  /** Opens a stated condition at the head of a clause ("if", "once") and, as `afterwards`, also when it trails. */
  readonly condition: string;
  readonly afterwards: string;
  /** A condition put as a phrase, so that the undertaking stands in the same clause: "after your approval I'll …". */
  readonly given: string;
  /** Opens a clause that states no undertaking of its own ("which", "because", "whether"). */
  readonly subordinate: string;
  /** A decision already taken and reported, a date somebody confirmed. */
  readonly reported: string;
  /** A firm belief about another's decision: "I'm sure that", "no doubt". */
  readonly belief: string;
  /** "I'll convince my boss": an undertaking whose object is another's decision. */
  readonly persuade: string;
  /** Wording that binds another without a verb of theirs in the future: "they have to agree", "won't object". */
  readonly bound: string;
  /** Present-tense deeds that are done by being said: "I waive the fee". */
  readonly performs: string;
  /** What the client is simply told they have: "you get … for nothing". */
  readonly grants: string;
  /** Asking, checking, passing on: no commitment of what is asked for. */
  readonly asks: string;
  /** People and bodies that can decide or act, other than the author and the person written to. */
  readonly role: string;
  /** Own field staff whom an author that books visits may send. */
  readonly crew: string;
  /** Verbs of undertaking that are no action ("I'll be honest", "I look forward"). */
  readonly courtesy: string;
  /** Predicates of things that are good for the client: ready, back, delivered, works. */
  readonly good: string;
  /** Opens a reason, which is no part of the undertaking. */
  readonly cause: string;
  /** A list of choices is no promise. */
  readonly options: string;
  /** Deeds of people only, whoever is named (Slavic verb tables mark theirs with `!`). */
  readonly deeds: string;
  /** What third persons do that binds nobody: decide, meet, learn. */
  readonly neutral: string;
  /** Predicates that are bad news: down, late, dearer. */
  readonly bad: string;
  /** "I cannot promise that …". */
  readonly noPromise: string;
  /** Undertakings without a future verb: "at our expense", "you have my word", "consider it done". */
  readonly bare: string;
  /** Deeds as nouns, undertakings beside a date and without a verb: „druk w poniedziałek”, «доставка 25 марта». */
  readonly nominal?: string;
  /** The same in the first person singular: "I take care of". */
  readonly bareI: string;
  /** "from me", „ode mnie”: what the client gets comes from the author in person. */
  readonly fromMe: string;
  /** Joins a second undertaking to the date of the first: "with it", "right after". */
  readonly sameTime: string;
  /** Third persons that stand for things acting by themselves: system, script, update. */
  readonly machine: string;
  /** The draft says that it answers the client's own request or names a clash openly. */
  readonly openly: string;
  /** Regret or an effect on the client understood (N1, N3). */
  readonly empathy: string;
  /** A way forward other than a promise: options, alternatives, an invitation. */
  readonly forward: string;
  /** Proposing something: offer, recommend, suggest. */
  readonly offer: string;
  /** Asking for something in the imperative. */
  readonly request: string;
  /** "You said …, is that still right?" */
  readonly confirm: string;
  /** The thing they already have, referred to as theirs. */
  readonly theirs: string;
  /** Soon, shortly, as soon as possible. */
  readonly soon: string;
};

/** The words of typed comparison with limits and ledger. */
export type ValueWords = {
  readonly refund: string;
  readonly discount: string;
  readonly free: string;
  readonly fee: string;
  /** A fee named without a sum. */
  readonly charge: string;
  /** What a condition asks for and what would break it. */
  readonly opposites: readonly { readonly condition: string; readonly draft: string }[];
  readonly effort: string;
  /** Sensitive kinds of action: cues in the draft and cues in the author's `may` that allow them. */
  readonly powers: readonly { readonly id: string; readonly draft: string; readonly may: string }[];
  /** What only a contract, a manager or money can change; and deeds that merely tell or bring it. */
  readonly weighty: string;
  readonly telling: string;
  /** `may` items that let the author send own field staff. */
  readonly maySend: string;
  /** Deeds that need somebody at the client's door: come, deliver, install. */
  readonly physical: string;
  readonly elsewhere: string;
  readonly ownPlace: string;
  readonly channels: readonly { readonly id: string; readonly condition: string; readonly draft: string }[];
  readonly never: string;
  readonly only: string;
  readonly before: string;
  readonly after: string;
  readonly between: string;
  /** Interrogatives by the kind of answer they ask for. */
  readonly ask: {
    readonly quantity: string;
    readonly time: string;
    readonly place: string;
    readonly which: string;
    readonly who: string;
  };
  /** Words too common to compare on. */
  readonly stop: string;
  /** What an English ledger key is called in this language: `key=cue|cue`, separated by semicolons. */
  readonly keys: string;
};

/** One rule in one language: its cues by slot and the proof that they work. */
export type RuleWords = {
  readonly id: RuleId;
  readonly level: Level;
  readonly status: 'on' | 'trial' | 'off';
  readonly cues: Readonly<Record<string, string>>;
};

/** A language pack: data only, loaded on demand. */
export type Pack = {
  readonly lang: Lang;
  readonly frames: FrameWords;
  readonly values: ValueWords;
  readonly deadline: DeadlineWords;
  /** Verb tables of the language's clause reader, in that reader's own notation. */
  readonly verbs: Readonly<Record<string, string>>;
  readonly rules: readonly RuleWords[];
};
