import type { PlaybookCode } from './playbooks.ts';

/** What the desk knows about a request without asking anybody. */
export type Signs = {
  readonly contactDied: boolean;
  readonly conflictOpen: boolean;
  readonly tense: boolean;
  readonly methodChanges: number;
  readonly theirLate: number;
  readonly ourBroken: number;
  readonly salesInDoubt: number;
  /** They declined what was offered, or to talk about it. */
  readonly declined: boolean;
};

export const BECAUSE = ['died', 'conflict', 'tense', 'method', 'their-late', 'our-broken', 'sales', 'decline'] as const;
export type Because = (typeof BECAUSE)[number];
export type Suggested = { readonly code: PlaybookCode; readonly because: Because };

const WHEN = [
  ['s5', 'died', (s) => s.contactDied],
  ['s11', 'conflict', (s) => s.conflictOpen],
  ['s1', 'tense', (s) => s.tense],
  ['s2', 'method', (s) => s.methodChanges >= 3],
  ['s7', 'their-late', (s) => s.theirLate > 0],
  ['s12', 'our-broken', (s) => s.ourBroken > 0],
  ['s14', 'sales', (s) => s.salesInDoubt > 0],
  ['s10', 'decline', (s) => s.declined],
] as const satisfies readonly (readonly [PlaybookCode, Because, (signs: Signs) => boolean])[];

/** The playbook that fits what is known, the most urgent first; `tried`: what already ran here, or was put aside. It is never started by itself. */
export function suggestPlaybook(signs: Signs, tried: readonly string[]): Suggested | null {
  const found = WHEN.find(([code, , fits]) => fits(signs) && !tried.includes(code));
  return found ? { code: found[0], because: found[1] } : null;
}
