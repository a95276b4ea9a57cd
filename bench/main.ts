import { measure } from './support/figures.ts';

process.exitCode = await measure(
  'bench',
  { start: () => import('./start.ts'), calendar: () => import('./calendar.ts'), coach: () => import('./coach.ts') },
  process.argv.slice(2),
);
