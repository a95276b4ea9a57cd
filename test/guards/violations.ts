/** One violation of each kind, as small files in a tree shaped like this project, and what the guard must say about it. */
type Violation = {
  readonly guard: string;
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly says: RegExp;
};

/** Files no guard objects to. */
export const sound: Readonly<Record<string, string>> = {
  'src/domain/shared/instant.ts': 'export type Instant = number;\nexport const DAY: Instant = 86_400_000;\n',
  'src/features/promises/public.ts': "export const promised = 'promised';\n",
  'src/features/promises/promise.store.ts': "export const stored = 'stored';\n",
  'src/cli/main.ts': [
    "import { DAY } from '../domain/shared/instant.ts';",
    "import { stored } from '../features/promises/promise.store.ts';",
    "import { promised } from '../features/promises/public.ts';",
    '',
    'process.stdout.write(`${DAY} ${stored} ${promised}\\n`);',
    '',
  ].join('\n'),
};

const one = (path: string, content: string): Readonly<Record<string, string>> => ({ [path]: content });
const importing = (path: string, target: string): Readonly<Record<string, string>> =>
  one(path, `import { promised } from '${target}';\n\nexport const used = promised;\n`);
const global = (name: string, expression: string): Violation => ({
  guard: 'lint',
  title: `${name} in the pure core`,
  files: one(`src/domain/shared/uses-${name.toLowerCase()}.ts`, `export const value = (): unknown => ${expression};\n`),
  says: new RegExp(`no-restricted-(globals|properties)[^]{0,200}uses-${name.toLowerCase()}\\.ts`),
});
const forbidden = (title: string, path: string, target: string): Violation => ({
  guard: 'architecture',
  title,
  files: importing(path, target),
  says: new RegExp(`^${path} may not import ${target}$`, 'm'),
});

export const violations: readonly Violation[] = [
  {
    guard: 'types',
    title: 'a string where a number belongs',
    files: one('src/platform/wrong.ts', "export const port: number = '3000';\n"),
    says: /src\/platform\/wrong\.ts.*TS2322/,
  },
  {
    guard: 'types',
    title: 'an index that may find nothing',
    files: one('src/platform/index-access.ts', 'export const first = (list: string[]): string => list[0];\n'),
    says: /src\/platform\/index-access\.ts.*TS2322/,
  },
  {
    guard: 'types',
    title: 'syntax that Node cannot strip',
    files: one('src/platform/an-enum.ts', 'export enum Colour {\n  Red,\n}\n'),
    says: /src\/platform\/an-enum\.ts.*TS1294/,
  },
  {
    guard: 'types of the pure core',
    title: "Node's types in the pure core",
    files: one('src/domain/shared/reads.ts', "export const path = (): string => require('node:path').sep;\n"),
    says: /src\/domain\/shared\/reads\.ts.*(TS2580|TS2591)/,
  },
  {
    guard: 'types of the pure core',
    title: "the browser's types in the pure core",
    files: one('src/domain/shared/looks.ts', 'export const title = (): string => document.title;\n'),
    says: /src\/domain\/shared\/looks\.ts.*TS2584/,
  },
  {
    guard: 'lint',
    title: 'a circle of imports',
    files: {
      'src/platform/hen.ts': "import { egg } from './egg.ts';\n\nexport const hen = (): unknown => egg;\n",
      'src/platform/egg.ts': "import { hen } from './hen.ts';\n\nexport const egg = (): unknown => hen;\n",
    },
    says: /no-cycle[^]*src\/platform\/hen\.ts/,
  },
  {
    guard: 'lint',
    title: 'a file of more than 300 lines',
    files: one('src/platform/long.ts', 'export {};\n'.repeat(301)),
    says: /max-lines[^]{0,200}src\/platform\/long\.ts/,
  },
  {
    guard: 'lint',
    title: 'a file name that is not kebab-case',
    files: one('src/platform/myThing.ts', 'export const thing = 1;\n'),
    says: /filename-case[^]{0,300}src\/platform\/myThing\.ts/,
  },
  {
    guard: 'lint',
    title: 'any',
    files: one('src/platform/anything.ts', 'export const anything = (x: any): unknown => x;\n'),
    says: /no-explicit-any[^]{0,200}src\/platform\/anything\.ts/,
  },
  {
    guard: 'lint',
    title: 'a default export',
    files: one('src/platform/by-default.ts', 'export default 1;\n'),
    says: /no-default-export[^]{0,200}src\/platform\/by-default\.ts/,
  },
  {
    guard: 'lint',
    title: 'console in the product',
    files: one('src/platform/talks.ts', "console.log('hello');\n"),
    says: /no-console[^]{0,200}src\/platform\/talks\.ts/,
  },
  {
    guard: 'lint',
    title: 'an error told to be quiet',
    files: one('src/platform/ignores.ts', '// @ts-ignore\nexport const port: number = 1;\n'),
    says: /ban-ts-comment[^]{0,200}src\/platform\/ignores\.ts/,
  },
  global('Date', 'new Date()'),
  global('now', 'Date.now()'),
  global('process', 'process.env'),
  global('fetch', "fetch('https://example.org')"),
  global('timeout', 'setTimeout(() => undefined, 1)'),
  global('Buffer', "Buffer.from('a')"),
  global('crypto', 'crypto.randomUUID()'),
  global('random', 'Math.random()'),
  global('globalThis', "globalThis['Date']"),
  {
    guard: 'no promise forgotten',
    title: 'a promise nobody waits for',
    files: one(
      'src/platform/forgets.ts',
      'export const save = async (): Promise<void> => {\n  await 1;\n};\nexport const forget = (): void => {\n  save();\n};\n',
    ),
    says: /no-floating-promises[^]{0,200}src\/platform\/forgets\.ts/,
  },
  {
    guard: 'no promise forgotten',
    title: 'a promise taken for a yes',
    files: one(
      'src/platform/misuses.ts',
      'const may = async (): Promise<boolean> => false;\nexport const let_in = (): string => (may() ? "in" : "out");\n',
    ),
    says: /no-misused-promises[^]{0,200}src\/platform\/misuses\.ts/,
  },
  {
    guard: 'formatting',
    title: 'a file not formatted',
    files: one('src/platform/sloppy.ts', 'export const sloppy={a:1}\n'),
    says: /src\/platform\/sloppy\.ts/,
  },
  {
    guard: 'dead code',
    title: 'a file nobody imports',
    files: one('src/platform/lonely.ts', 'export const lonely = 1;\n'),
    says: /Unused files[^]*src\/platform\/lonely\.ts/,
  },
  {
    guard: 'dead code',
    title: 'an export nobody imports',
    files: one(
      'src/features/promises/public.ts',
      "export const promised = 'promised';\nexport const broken = 'broken';\n",
    ),
    says: /Unused exports[^]*broken\s+src\/features\/promises\/public\.ts/,
  },
  forbidden('the core looking outside', 'src/domain/request/sends.ts', '../../platform/mail/smtp.ts'),
  forbidden('the core using Node', 'src/domain/request/reads.ts', 'node:fs'),
  forbidden('the core using a package', 'src/domain/request/checks.ts', 'zod'),
  forbidden('the core knowing the words of one language', 'src/domain/request/speaks.ts', '../../messages/format.ts'),
  forbidden('the wire knowing the database', 'src/contract/reaches.ts', '../platform/db/tx.ts'),
  forbidden('an adapter knowing a feature', 'src/platform/jobs/knows.ts', '../../features/promises/public.ts'),
  forbidden(
    'an adapter knowing the core beyond its shared words',
    'src/platform/jobs/judges.ts',
    '../../domain/request/words.ts',
  ),
  forbidden('a feature behind the back of another', 'src/features/closing/peeks.ts', '../promises/promise.store.ts'),
  forbidden('a feature knowing who composes it', 'src/features/closing/climbs.ts', '../../server/server.ts'),
  forbidden('the desk using the room', 'src/web/desk/borrows.tsx', '../room/room.tsx'),
  forbidden('the room using the desk', 'src/web/room/borrows.tsx', '../desk/board.tsx'),
  forbidden('a page knowing the server', 'src/web/desk/reaches.tsx', '../../features/promises/public.ts'),
  forbidden('a page using Node', 'src/web/ui/reads.tsx', 'node:fs'),
  forbidden('the server knowing a page', 'src/server/renders.ts', '../web/ui/button.tsx'),
  forbidden('the product using a test', 'src/platform/cheats.ts', '../../test/company.ts'),
  forbidden('a folder that has no place in the house', 'src/utils/misc.ts', '../domain/shared/instant.ts'),
];
