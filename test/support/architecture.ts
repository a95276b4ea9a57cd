import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/**
 * Who may import whom (an allow-list, by the beginning of the path inside src), and which packages. What is not allowed is
 * forbidden; `{self}` is the layer itself.
 */
const layers: readonly { is: RegExp; may: readonly string[]; packages: RegExp }[] = [
  { is: /^domain\//, may: ['{self}'], packages: /^$/ },
  { is: /^messages\//, may: ['{self}'], packages: /^$/ },
  { is: /^contract\//, may: ['{self}', 'domain/'], packages: /^zod$/ },
  // endpoint.ts is the shape of a declaration, not a declaration: serving one needs it.
  {
    is: /^platform\//,
    may: ['{self}', 'domain/shared/', 'messages/', 'contract/endpoint.ts'],
    packages: /^(?!react|@tanstack)/,
  },
  {
    is: /^features\/[^/]+\//,
    may: ['{self}', 'contract/', 'domain/', 'platform/', 'messages/', 'features/*/public.ts'],
    packages: /^(?!react|@tanstack)/,
  },
  {
    is: /^(server|cli)\//,
    may: ['server/', 'cli/', 'features/', 'platform/', 'contract/', 'domain/', 'messages/'],
    packages: /^(?!react|@tanstack)/,
  },
  // Everything of the web may use the shared kit, the wire, the rules and the words; desk and room never each other.
  {
    is: /^web\/[^/]+(\/|$)/,
    may: ['{self}', 'web/ui/', 'web/i18n/', 'web/*.ts', 'contract/', 'domain/', 'messages/'],
    packages: /^(?!node:|pg|kysely|fastify|pino)/,
  },
];
const desk = 'web/desk/';
const room = 'web/room/';
const inTests = /^(vitest|fast-check|temporal-polyfill|node:fs)$/;
const anImport = /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/gm;

export type Findings = { readonly files: number; readonly imports: number; readonly violations: readonly string[] };

/** Reads every source file below `root`/src and judges each of its imports. */
export function checkArchitecture(root: string): Findings {
  const src = posix.join(root, 'src');
  const files = globSync('**/*.{ts,tsx}', { cwd: src });
  const violations: string[] = [];
  let imports = 0;
  for (const file of files) {
    for (const [, from, bare] of readFileSync(posix.join(src, file), 'utf8').matchAll(anImport)) {
      const named = from ?? bare ?? '';
      imports += 1;
      if (!isAllowed(file, named)) violations.push(`src/${file} may not import ${named}`);
    }
  }
  return { files: files.length, imports, violations: violations.toSorted() };
}

function isAllowed(file: string, named: string): boolean {
  const layer = layers.find(({ is }) => is.test(file));
  if (!layer) return false;
  const isTest = /\.(test|fixture)\.tsx?$/.test(file);
  if (!named.startsWith('.')) return layer.packages.test(named) || (isTest && inTests.test(named));
  const target = posix.join(posix.dirname(file), named);
  if (target.startsWith('../')) return isTest && target.startsWith('../test/');
  if ((file.startsWith(desk) && target.startsWith(room)) || (file.startsWith(room) && target.startsWith(desk)))
    return false;
  if (isTest && target.startsWith('messages/')) return true; // that every code has its words is worth a test beside the rule
  const self = layer.is.exec(file)?.[0] ?? '';
  return layer.may.some((allowed) => covers(allowed === '{self}' ? self : allowed, target));
}

function covers(allowed: string, target: string): boolean {
  if (!allowed.includes('*')) return target.startsWith(allowed);
  const [before = '', after = ''] = allowed.split('*');
  return (
    target.startsWith(before) && !target.slice(before.length, -after.length).includes('/') && target.endsWith(after)
  );
}
