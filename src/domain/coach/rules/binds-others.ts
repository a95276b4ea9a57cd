import { has } from '../text.ts';
import { type Hit, type Rule } from './hit.ts';

/**
 * T14, T15: a firm undertaking that somebody else must keep or allow and has not confirmed. Own field staff may be announced by
 * an author who books visits or assigns people.
 */
export const bindsOthers: Rule = (m) => {
  const maySend = m.context.author.may.some((a) => has(m.lexicon.values.maySend, a.toLowerCase()));
  return m.undertakings
    .filter((u) => u.unconfirmed)
    .filter((u) => !(maySend && has(m.lexicon.frames.crew, m.text.slice(u.start, u.end))))
    .map((u): Hit => ({ start: u.start, end: u.end }));
};
