import { describe, expect, it } from 'vitest';
import { DAY } from '../shared/instant.ts';
import { type Arrival, effectOf } from './late-mail.ts';

const closed: Arrival = { phase: 'closed', closedAt: 0, automatic: false, fromClient: true, thanksOnly: false };

describe('[C2] a mail that comes when the request is closing or closed', () => {
  it.each<[string, Arrival, number, string]>([
    ['more to say a day after closing re-opens', closed, DAY, 'reopen'],
    ['on the last instant of the window it still re-opens', closed, 14 * DAY, 'reopen'],
    ['an instant later it becomes a new request, linked', closed, 14 * DAY + 1, 'new-linked-request'],
    ['thanks never re-open', { ...closed, thanksOnly: true }, DAY, 'append'],
    ['thanks after the window make no new request', { ...closed, thanksOnly: true }, 30 * DAY, 'append'],
    ['an absence note never re-opens', { ...closed, automatic: true }, DAY, 'append'],
    ['a colleague of ours who writes does not re-open', { ...closed, fromClient: false }, DAY, 'append'],
    ['more to say while we wait for the confirmation re-opens', { ...closed, phase: 'closing' }, DAY, 'reopen'],
    [
      'thanks for the closing message leave it waiting',
      { ...closed, phase: 'closing', thanksOnly: true },
      DAY,
      'append',
    ],
    ['an open request just gets the mail', { ...closed, phase: 'resolution' }, DAY, 'append'],
  ])('%s', (_name, mail, now, effect) => expect(effectOf(mail, now)).toBe(effect));

  it('a workspace may choose a shorter window', () => {
    expect(effectOf(closed, 4 * DAY, 3)).toBe('new-linked-request');
  });
});
