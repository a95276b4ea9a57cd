import { measure } from '../bench/support/figures.ts';

process.exitCode = await measure(
  'chaos',
  { kill: () => import('./kill.ts'), table: () => import('./table.ts'), mail: () => import('./mail.ts') },
  process.argv.slice(2),
);
