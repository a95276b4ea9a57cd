import { hysterics } from './situations/s01-hysterics.ts';
import { changesTheMethod } from './situations/s02-changes-the-method.ts';
import { twoOfOurs } from './situations/s03-two-of-ours.ts';
import { soldWhatTheyHave } from './situations/s04-sold-what-they-have.ts';
import { contactDied } from './situations/s05-contact-died.ts';
import { colleagueVanished } from './situations/s06-colleague-vanished.ts';
import { theyMissDates } from './situations/s07-they-miss-dates.ts';
import { banquet } from './situations/s08-a-banquet.ts';
import { favourThatBroke } from './situations/s09-a-favour-that-broke.ts';
import { inflatedExpectations } from './situations/s10-inflated-expectations.ts';
import { oppositeWishes } from './situations/s11-opposite-wishes.ts';
import { ourMistake } from './situations/s12-our-mistake.ts';
import { badTime } from './situations/s13-a-bad-time.ts';
import { salesPromisedTooMuch } from './situations/s14-sales-promised-too-much.ts';

/** The fourteen situations, each in a file of its own. Their words are in the catalogues, by the ids of the steps. */
export const PLAYBOOKS = [
  hysterics,
  changesTheMethod,
  twoOfOurs,
  soldWhatTheyHave,
  contactDied,
  colleagueVanished,
  theyMissDates,
  banquet,
  favourThatBroke,
  inflatedExpectations,
  oppositeWishes,
  ourMistake,
  badTime,
  salesPromisedTooMuch,
] as const;

export type PlaybookCode = (typeof PLAYBOOKS)[number]['code'];
export type StepId = (typeof PLAYBOOKS)[number]['steps'][number]['id'];
