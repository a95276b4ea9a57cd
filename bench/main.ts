import { measure } from './support/figures.ts';

const measurements = {
  start: () => import('./start.ts'),
  requests: () => import('./requests.ts'),
  memory: () => import('./memory.ts'),
  size: () => import('./size.ts'),
  calendar: () => import('./calendar.ts'),
  coach: () => import('./coach.ts'),
  forecast: () => import('./forecast.ts'),
  review: () => import('./review.ts'),
  search: () => import('./search.ts'),
  mail: () => import('./mail.ts'),
};

process.exitCode = await measure('bench', measurements, process.argv.slice(2));
