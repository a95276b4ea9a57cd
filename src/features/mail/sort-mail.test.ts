import { describe, expect, it } from 'vitest';
import { type Sorting, sortMail } from './sort-mail.ts';

const person: Sorting = {
  kind: 'person',
  because: '',
  fromOurselves: false,
  threaded: false,
  known: false,
  toUs: true,
  imported: false,
};
const generated = 'Auto-Submitted: auto-generated';

describe('where a mail goes', () => {
  it.each<[string, Partial<Sorting>, string]>([
    ['a stranger writes', {}, 'open'],
    ['a person answers', { threaded: true }, 'attach'],
    ['[AT-14] our own address writes to us', { fromOurselves: true }, 'own-mail-came-back'],
    ['[AT-14] our own mail comes back in a thread', { kind: 'loop', threaded: true }, 'own-mail-came-back'],
    ['a bounce never opens a request', { kind: 'bounce', known: true, imported: true }, 'bounce'],
    ['an absence note joins its thread', { kind: 'auto-reply', threaded: true }, 'attach'],
    ['an absence note to nothing', { kind: 'auto-reply', known: true }, 'automatic-answer'],
    ['an alarm of a client’s system', { kind: 'auto-reply', because: generated, known: true }, 'open'],
    ['an alarm of a stranger’s system', { kind: 'auto-reply', because: generated }, 'automatic-answer'],
    ['an alarm somebody imports', { kind: 'auto-reply', because: generated, imported: true }, 'open'],
    ['a newsletter that does not name us', { kind: 'list', toUs: false }, 'mailing-list'],
    ['a group that is our own address', { kind: 'list' }, 'open'],
    ['a client who writes through a list', { kind: 'list', toUs: false, known: true }, 'open'],
    ['a list mail somebody imports', { kind: 'list', toUs: false, imported: true }, 'open'],
    ['an abuse report', { kind: 'report', known: true }, 'abuse-report'],
  ])('%s', (_name, mail, where) => {
    const sorted = sortMail({ ...person, ...mail });
    expect(sorted.to === 'ignore' ? sorted.reason : sorted.to).toBe(where);
  });
});
