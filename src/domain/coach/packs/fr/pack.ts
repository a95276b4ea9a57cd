import { type Pack } from '../pack.ts';
import { deadline } from './deadline.ts';
import { frames } from './frames.ts';
import { rules } from './rules.ts';
import { values } from './values.ts';

export const pack: Pack = { lang: 'fr', frames, values, deadline, verbs: {}, rules };
