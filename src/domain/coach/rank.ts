import { type Finding, type Level, type RuleId } from './types.ts';

export const LEVELS: Readonly<Record<RuleId, Level>> = {
  'binds-others': 'stop',
  'over-authority': 'stop',
  'condition-clash': 'stop',
  'reflex-no': 'check',
  rude: 'check',
  blame: 'check',
  excuse: 'check',
  'no-plan': 'check',
  'asked-again': 'check',
  'already-has': 'check',
  riddle: 'note',
  sweetening: 'note',
  'no-empathy': 'note',
  'vague-date': 'note',
};

/** Within a level, what does most harm comes first. */
const HARM: readonly RuleId[] = [
  'over-authority',
  'binds-others',
  'condition-clash',
  'rude',
  'blame',
  'reflex-no',
  'no-plan',
  'asked-again',
  'already-has',
  'excuse',
  'no-empathy',
  'sweetening',
  'riddle',
  'vague-date',
];
const RANK: Readonly<Record<Level, number>> = { stop: 0, check: 1, note: 2 };

/**
 * At most three findings are shown, the most harmful first and each rule once; findings that stop a send are never dropped and
 * may exceed the three.
 */
export function shown(findings: readonly Finding[], cap = 3): Finding[] {
  const ranked = [...findings].sort(
    (a, b) => RANK[a.level] - RANK[b.level] || HARM.indexOf(a.rule) - HARM.indexOf(b.rule) || a.start - b.start,
  );
  const out: Finding[] = [];
  for (const f of ranked) {
    if (f.level === 'stop') out.push(f);
    else if (out.length < cap && !out.some((o) => o.rule === f.rule)) out.push(f);
  }
  return out;
}
