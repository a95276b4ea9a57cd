import { isoDate, readClock } from './deadline/civil.ts';
import { type Message, readMessage } from './frames/message.ts';
import { lexiconOf } from './lexicon.ts';
import { originalOffsets } from './normalise.ts';
import { type Pack } from './packs/pack.ts';
import { LEVELS } from './rank.ts';
import { alreadyHas } from './rules/already-has.ts';
import { askedAgain } from './rules/asked-again.ts';
import { bindsOthers } from './rules/binds-others.ts';
import { conditionClash } from './rules/condition-clash.ts';
import { active, type Rule } from './rules/hit.ts';
import { overAuthority } from './rules/over-authority.ts';
import { blame, excuse, noEmpathy, noPlan, reflexNo, riddle, rude, sweetening, vagueDate } from './rules/tone.ts';
import { fold, stripMarks } from './text.ts';
import { type CheckContext, type CoachReport, type Finding, type RuleId } from './types.ts';
import { waysOut } from './ways-out.ts';

const RULES: Readonly<Record<RuleId, Rule>> = {
  'binds-others': bindsOthers,
  'over-authority': overAuthority,
  'condition-clash': conditionClash,
  'reflex-no': reflexNo,
  rude,
  blame,
  excuse,
  'no-plan': noPlan,
  'asked-again': askedAgain,
  'already-has': alreadyHas,
  riddle,
  sweetening,
  'no-empathy': noEmpathy,
  'vague-date': vagueDate,
};

/** In an internal note only what leaks as contempt counts (C6); rules about what the client is told do not. */
const IN_NOTES: ReadonlySet<RuleId> = new Set<RuleId>(['rude']);

/**
 * Reads a draft before it is sent (T4, T14, T15, C6, N1–N6, L3–L5): every finding and every promise, with UTF-16 offsets into the
 * draft. Pure: the same draft, context and pack give the same report. The cap of three is `shown` in `rank.ts`.
 */
export function check(draft: string, context: CheckContext, pack: Pack): CoachReport {
  const clock = readClock(context.now);
  const { text: normal, at } = originalOffsets(draft);
  const folded = fold(normal);
  // short French sentences often need no accent; Polish ones rarely do without
  const plain = { pl: 60, fr: 200 }[pack.lang as string] ?? Infinity;
  const bare = folded.length > plain && !/[ß-öø-ÿąćęłńśźż]/.test(folded);
  const lexicon = lexiconOf(pack, bare);
  const text = bare ? stripMarks(folded) : folded;
  const message = readMessage(normal, text, lexicon, context, clock ?? { day: 0, minute: 0 });
  return {
    language: pack.lang,
    findings: findingsOf(message, draft, at),
    promises: message.undertakings.map((u) => ({
      start: at(u.start),
      end: at(u.end),
      quote: draft.slice(at(u.start), at(u.end)),
      who: u.who,
      firmness: u.firmness,
      due: u.day === null ? null : isoDate(u.day),
    })),
  };
}

function findingsOf(m: Message, draft: string, at: (i: number) => number): Finding[] {
  const out: Finding[] = [];
  for (const [id, rule] of Object.entries(RULES)) {
    const ruleId = id as RuleId;
    if (!active(m, ruleId) || (m.context.kind === 'note' && !IN_NOTES.has(ruleId))) continue;
    for (const hit of rule(m)) {
      const start = at(hit.start);
      const end = at(hit.end);
      out.push({
        rule: ruleId,
        level: LEVELS[ruleId],
        start,
        end,
        quote: draft.slice(start, end),
        message: `coach.rule.${ruleId}`,
        ...(hit.entry ? { entry: hit.entry.text } : {}),
        ways: waysOut(ruleId, m.lexicon.pack.lang, hit.entry?.text),
      });
    }
  }
  return out.sort((a, b) => a.start - b.start || a.rule.localeCompare(b.rule));
}
