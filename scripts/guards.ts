/** A program of node_modules/.bin with its arguments, separated by spaces. */
export type Guard = { readonly name: string; readonly command: string };

/** Every rule of structure that a machine can check, in seconds. `npm run check` runs them; test/guards proves that each one bites. */
export const guards: readonly Guard[] = [
  // One checker: several check the same types again, each for itself. What the last run found is kept in node_modules/.cache.
  {
    name: 'types',
    command: 'tsc --noEmit --checkers 1 --incremental --tsBuildInfoFile node_modules/.cache/types.tsbuildinfo',
  },
  { name: 'types of the pure core', command: 'tsc --noEmit -p tsconfig.domain.json' },
  { name: 'lint', command: 'oxlint --report-unused-disable-directives' },
  // Only the rules about forgotten promises need types; all the others together with types would take twice as long.
  {
    name: 'no promise forgotten',
    command: 'oxlint --type-aware -A all -D typescript/no-floating-promises -D typescript/no-misused-promises',
  },
  { name: 'formatting', command: 'prettier --check --log-level warn --cache .' },
  { name: 'dead code', command: 'knip --no-progress --no-config-hints' },
  { name: 'structure and messages', command: 'vitest run --config vitest.guards.config.ts --exclude test/guards/**' },
];
