import { expect, it } from 'vitest';
import { checkArchitecture } from './support/architecture.ts';

it('every import stays within what its layer may see', () => {
  const { files, imports, violations } = checkArchitecture(process.cwd());
  expect(violations).toEqual([]);
  expect(files).toBeGreaterThan(200);
  expect(imports).toBeGreaterThan(files);
});
