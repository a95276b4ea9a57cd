import { type Pack } from '../pack.ts';
import { deadline } from './deadline.ts';
import { frames } from './frames.ts';
import { rules } from './rules.ts';
import { values } from './values.ts';
import { verbs } from './verbs.ts';

export const pack: Pack = { lang: 'ru', frames, values, deadline, verbs, rules };
