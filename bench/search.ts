import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { requestListJson } from '../src/features/requests/request-list.store.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { startEmbeddedPostgres } from '../src/platform/db/embedded/start.ts';
import { newId } from '../src/platform/db/ids.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import type { Figure, Measurement } from './support/figures.ts';

const LANGS = ['en', 'ru', 'pl', 'fr'] as const;
type Lang = (typeof LANGS)[number];
const EACH = 60;
const WORDS = 60;

/** The same numbers each time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Every word of the product's own texts in that language, commonest first, then made ones that hardly ever come. */
function vocabulary(lang: Lang): string[] {
  const folder = new URL(`../src/messages/${lang}/`, import.meta.url);
  const times = new Map<string, number>();
  for (const file of fs.readdirSync(folder)) {
    const texts = Object.values(JSON.parse(fs.readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>);
    for (const word of texts
      .join(' ')
      .toLowerCase()
      .match(/\p{L}{2,}/gu) ?? [])
      times.set(word, (times.get(word) ?? 0) + 1);
  }
  const common = [...times].sort(([, a], [, b]) => b - a).map(([word]) => word);
  return [...common, ...common.flatMap((word, i) => (i % 2 ? [] : [`${word}x${i}`, `${i}${word}`]))];
}

/** Words by Zipf’s law: the tenth commonest comes a tenth as often as the first. */
const draw = (words: readonly string[], random: () => number): string =>
  words[Math.min(words.length - 1, Math.floor(words.length ** random()) - 1)] ?? '';

/** So many messages of 60 words in four languages, five to a request. */
async function fill(
  db: pg.Client,
  workspaceId: string,
  messages: number,
  words: Record<Lang, string[]>,
): Promise<void> {
  process.stderr.write(`filling ${messages} messages …\n`);
  const random = dice(7);
  await db.query(
    `insert into parley.workspace (workspace_id, name, reply_key, next_ref) values ($1, 'bench', '\\x00', 1000000)`,
    [workspaceId],
  );
  for (let done = 0; done < messages; done += 2_000) {
    const rows = Array.from({ length: Math.min(2_000, messages - done) }, (_, i) => {
      const lang = LANGS[Math.floor((done + i) / 5) % 4] ?? 'en';
      const text = (n: number): string => Array.from({ length: n }, () => draw(words[lang], random)).join(' ');
      return { n: done + i, lang, subject: text(5), body: text(WORDS) };
    });
    await db.query(
      `with told as (select *, md5('request ' || n / 5)::uuid as request from jsonb_to_recordset($2) as t (n int, lang text, subject text, body text)),
        opened as (insert into parley.request (workspace_id, id, ref, subject, phase, next_step, next_due, opened_at, updated_at)
          select $1, request, 1000 + n / 5, subject, case when n % 3 = 0 then 'resolution' else 'closed' end, 'x', now(), now(), now() - n * interval '1 minute'
          from told where n % 5 = 0)
      insert into parley.message (workspace_id, id, request_id, audience, channel, direction, author_name, subject, body, lang, at)
        select $1, gen_random_uuid(), request, 'both', 'mail', 'in', 'x', subject, body, lang, now() - n * interval '1 minute' from told`,
      [workspaceId, JSON.stringify(rows)],
    );
  }
  await db.query('vacuum analyze');
}

/** `npm run bench -- search 10000` for fewer messages. */
export const measurement: Measurement = {
  summary: 'search in 100,000 messages in four languages: common, rare, two words and an unfinished one',
  run: async ([count]) => {
    const messages = Number(count) || 100_000;
    const dataDir = fs.mkdtempSync(join(tmpdir(), 'parley-bench-'));
    const settings = { fsync: 'off', synchronous_commit: 'off' };
    const postgres = await startEmbeddedPostgres({ dataDir, log: pino({ level: 'silent' }), settings });
    await migrate(postgres.url);
    const owner = new pg.Client({ connectionString: postgres.url });
    await owner.connect();
    const db = openDatabase(postgres.url, () => undefined);
    const workspaceId = newId();
    const words = Object.fromEntries(LANGS.map((lang) => [lang, vocabulary(lang)])) as Record<Lang, string[]>;
    try {
      await owner.query(
        'set session_replication_role = replica; alter table parley.message enable always trigger message_search',
      );
      await fill(owner, workspaceId, messages, words);
      const questions = whatIsAsked(words);
      const figures: Figure[] = [];
      const search = async (q: string): Promise<number> => {
        const json = await requestListJson(db, workspaceId, { phase: 'all', q, limit: 50 });
        return (JSON.parse(json) as { items: unknown[] }).items.length;
      };
      for (const [name, ask] of Object.entries(questions)) figures.push(...(await timed(name, ask, search)));
      return figures;
    } finally {
      await db.close();
      await owner.end();
      await postgres.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

function whatIsAsked(words: Record<Lang, string[]>): Record<string, () => string> {
  const random = dice(11);
  const language = (): string[] => words[LANGS[Math.floor(random() * 4)] ?? 'en'];
  const any = (): string => draw(language(), random);
  return {
    'one of the commonest words': () => language()[Math.floor(random() * 40)] ?? '',
    'any word': any,
    'two words of one language': () => {
      const spoken = language();
      return `${draw(spoken, random)} ${draw(spoken, random)}`;
    },
    'an unfinished word': () => any().slice(0, 4),
    'a word nobody wrote': () => `${any()}qqq`,
  };
}

async function timed(name: string, ask: () => string, search: (q: string) => Promise<number>): Promise<Figure[]> {
  await search(ask());
  const took: number[] = [];
  let found = 0;
  for (let i = 0; i < EACH; i += 1) {
    const q = ask();
    const began = performance.now();
    if ((await search(q)) > 0) found += 1;
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  return [
    { name: `${name}, median`, value: took[EACH / 2] ?? 0, unit: 'ms' },
    { name: `${name}, 95 of 100`, value: took[Math.floor(EACH * 0.95)] ?? 0, unit: 'ms' },
    { name: `${name}, found something`, value: found, unit: `of ${EACH}` },
  ];
}
