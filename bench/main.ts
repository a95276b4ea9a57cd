import { measure } from './support/figures.ts';

process.exitCode = await measure('bench', { start: () => import('./start.ts') }, process.argv.slice(2));
