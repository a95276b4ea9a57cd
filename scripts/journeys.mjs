import { vitest } from './stage.mjs';
import { whereIs } from './system-packages.mjs';

/** The journeys, in the browser this machine has. @param {string[]} [args] */
export const journeys = (args = []) =>
  vitest('journeys in a browser', 'vitest.e2e.config.ts', args, {
    CHROMIUM: process.env.CHROMIUM ?? whereIs('chromium') ?? '',
  });
