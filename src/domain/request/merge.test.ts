import { describe, expect, it } from 'vitest';
import { type Mergeable, decideMerge } from './merge.ts';

const a: Mergeable = { id: 'a', clientId: 'acme', phase: 'resolution', beyondTalk: ['accord'] };
const b: Mergeable = { id: 'b', clientId: 'acme', phase: 'initiation', beyondTalk: [] };

describe('one request goes on in another', () => {
  it.each<[string, Mergeable, Mergeable, string]>([
    ['a second mail about the same thing, into what is agreed already', b, a, 'ok'],
    ['itself', b, b, 'merge-with-itself'],
    ['a closed one', { ...b, phase: 'closed' }, a, 'request-closed'],
    ['into a closed one', b, { ...a, phase: 'closed' }, 'request-closed'],
    ['of another client', { ...b, clientId: 'other' }, a, 'merge-other-client'],
    ['of a stranger', { ...b, clientId: null }, { ...a, clientId: null }, 'merge-other-client'],
    ['[P4] one that was agreed stays where it was signed', a, b, 'merge-too-late'],
  ])('%s: %s', (_name, from, into, expected) => {
    const result = decideMerge(from, into);
    expect(result.ok ? 'ok' : result.refusal.code).toBe(expected);
  });
});
