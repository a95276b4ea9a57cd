import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { locateBinaries } from '../src/platform/db/embedded/binaries.ts';
import { librarySearchPath } from '../src/platform/db/embedded/libraries.ts';
import { gone } from '../src/platform/db/embedded/process.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/platform/db/embedded/start.ts';

const log = pino({ level: 'silent' });
const isRoot = process.getuid?.() === 0;
let dataDir: string;

beforeEach(() => {
  dataDir = fs.mkdtempSync(join(tmpdir(), 'parley-embedded-'));
});
afterEach(() => {
  fs.rmSync(dataDir, { recursive: true, force: true });
});

const quick = { fsync: 'off' }; // kill -9 of processes loses nothing the kernel already has

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log, settings: quick });
  onTestFinished(postgres.stop);
  return postgres;
}

type Child = { readonly process: ChildProcess; readonly url: string; readonly pid: number };

function spawnChild(env: NodeJS.ProcessEnv = process.env): ChildProcess {
  const script = join(import.meta.dirname, 'support', 'embedded-child.ts');
  const child = spawn(process.execPath, [script, dataDir], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function startChild(env?: NodeJS.ProcessEnv): Promise<Child> {
  const child = spawnChild(env);
  const [line] = (await once(child.stdout as NodeJS.EventEmitter, 'data')) as [Buffer];
  return { process: child, ...(JSON.parse(line.toString()) as { url: string; pid: number }) };
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.flatMap((row) => Object.values(row));
  } finally {
    await client.end();
  }
}

const serverLog = (): string => fs.readFileSync(join(dataDir, 'postgres', 'server.log'), 'utf8');

describe('a first start', () => {
  it('makes a database with checksums, code point order and a password only we can read', async () => {
    const { url } = await start();
    expect(await query(url, 'show data_checksums')).toEqual(['on']);
    expect(await query(url, 'show listen_addresses')).toEqual(['']);
    const order = 'select datlocprovider, datlocale from pg_database where datname = current_database()';
    expect(await query(url, order)).toEqual(['b', 'C.UTF-8']);
    expect(fs.statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600);
    const wrong = new URL(url);
    wrong.password = 'guessed';
    await expect(query(wrong.toString(), 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('knows letters beyond ASCII: words in quotes are found, case folds', async () => {
    const { url } = await start();
    expect(await query(url, "select to_tsvector('simple', '«Ёлка» – “ŁÓDŹ”')")).toEqual(["'łódź':2 'ёлка':1"]);
  });

  it('leaves nothing half-made when it is killed', async () => {
    const child = spawnChild();
    const draft = (): string | undefined => fs.readdirSync(dataDir).find((name) => name.startsWith('postgres.new-'));
    while (!fs.existsSync(join(dataDir, draft() ?? 'none', 'data', 'base'))) await pause(2);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(fs.existsSync(join(dataDir, 'postgres'))).toBe(false);
    const { url } = await start();
    expect(await query(url, 'select 1')).toEqual([1]);
    expect(draft()).toBeUndefined();
  });

  it('listens on the loopback interface when the path is too long for a socket', async () => {
    const deep = join(dataDir, 'a-folder-with-a-long-name/'.repeat(5));
    const postgres = await startEmbeddedPostgres({ dataDir: deep, log, settings: quick });
    onTestFinished(postgres.stop);
    expect(postgres.socketDir).toBeNull();
    expect(await query(postgres.url, 'select host(inet_server_addr())')).toEqual(['127.0.0.1']);
  });

  it.runIf(isRoot)('runs as another user where root may not make a user namespace', async () => {
    const bin = join(dataDir, 'bin');
    fs.mkdirSync(bin);
    fs.writeFileSync(join(bin, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const child = await startChild({ ...process.env, PATH: `${bin}:${process.env.PATH}` });
    expect(await query(child.url, 'select 1')).toEqual([1]);
    expect(fs.statSync(join(dataDir, 'postgres', 'data')).uid).not.toBe(0);
    child.process.kill('SIGTERM');
    await once(child.process, 'exit');
    const { url } = await start(); // and back again
    expect(await query(url, 'select 1')).toEqual([1]);
  });
});

describe('one owner', () => {
  it('a second start on the folder is refused at once and names the process that has it', async () => {
    const child = await startChild();
    await expect(startEmbeddedPostgres({ dataDir, log })).rejects.toThrow(
      new RegExp(`already runs on ${dataDir}: process ${child.process.pid}\\b`),
    );
    expect(await query(child.url, 'select 1')).toEqual([1]);
  });

  it('three starts at the same moment: one gets the folder, the others say who', async () => {
    fs.writeFileSync(join(dataDir, 'lock'), `${process.ppid} left behind by a killed start\n`);
    const children = [spawnChild(), spawnChild(), spawnChild()];
    const said = await Promise.all(
      children.map((child) =>
        Promise.race([child.stdout, child.stderr].map((out) => once(out as NodeJS.EventEmitter, 'data'))),
      ),
    );
    const lines = said.map(([chunk]) => String(chunk));
    const winner = lines.findIndex((line) => line.startsWith('{'));
    const losers = lines.filter((_, i) => i !== winner);
    expect(losers.every((line) => line.includes(`already runs on ${dataDir}: process ${children[winner]?.pid}.`))).toBe(
      true,
    );
  });

  it.runIf(isRoot)('a database of another user is left to that user', async () => {
    await (await start()).stop();
    const folder = join(dataDir, 'postgres');
    fs.chownSync(folder, 12_345, 12_345);
    await expect(startEmbeddedPostgres({ dataDir, log })).rejects.toThrow(/belongs to user 12345/);
    expect(fs.statSync(folder).uid).toBe(12_345);
  });

  it('a lock whose process number now belongs to another program does not hold', async () => {
    fs.writeFileSync(join(dataDir, 'lock'), `${process.ppid} born at another time\n`);
    const { url, stop } = await start();
    expect(await query(url, 'select 1')).toEqual([1]);
    await stop();
    const old = `${process.ppid}\n${join(dataDir, 'postgres', 'data')}\n1\n5432\n\n\n0 0\nready   \n`;
    fs.writeFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), old);
    expect(await query((await start()).url, 'select 1')).toEqual([1]);
  });
});

describe('the end', () => {
  it('a stop is clean: the process is gone, the folder is free, the next start has nothing to recover', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 1 as one');
    await first.stop();
    await first.stop();
    expect(await gone(first.pid, 0)).toBe(true);
    expect(fs.readdirSync(dataDir)).not.toContain('lock');
    expect(await query((await start()).url, 'select one from kept')).toEqual([1]);
    expect(serverLog()).not.toMatch(/not properly shut down|interrupted/);
  });

  it('stops by itself when we are killed, and nothing acknowledged is lost', async () => {
    const child = await startChild();
    await query(child.url, 'create table kept as select generate_series(1, 1000) as n');
    child.process.kill('SIGKILL');
    expect(await gone(child.pid, 10_000)).toBe(true);
    expect(await query((await start()).url, 'select count(*)::int from kept')).toEqual([1000]);
  });

  it.runIf(process.platform === 'linux')('a PostgreSQL left behind is stopped before the next start', async () => {
    const child = await startChild();
    await query(child.url, 'create table kept as select generate_series(1, 1000) as n');
    const guard = Number(fs.readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
    const watcher = spawnSync('ps', ['-o', 'pid=,ppid=,args=', '--ppid', String(guard)], { encoding: 'utf8' }).stdout;
    const shells = watcher.split('\n').filter((line) => / sh -c /.test(line));
    for (const pid of [guard, ...shells.map((line) => Number.parseInt(line, 10))]) process.kill(pid, 'SIGKILL');
    child.process.kill('SIGKILL');
    await once(child.process, 'exit');
    expect(await gone(child.pid, 100)).toBe(false);
    expect(await query((await start()).url, 'select count(*)::int from kept')).toEqual([1000]);
    expect(await gone(child.pid, 0)).toBe(true);
  });

  it.runIf(process.platform === 'linux')('a dead PostgreSQL that nobody has reaped does not hold', async () => {
    await (await start()).stop();
    const careless = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 60']);
    onTestFinished(() => void careless.kill());
    const [dead] = (await once(careless.stdout, 'data')) as [Buffer];
    while (!fs.readFileSync(`/proc/${Number(dead)}/stat`, 'utf8').includes(') Z ')) await pause(10);
    const old = `${Number(dead)}\n${join(dataDir, 'postgres', 'data')}\n1\n5432\n\n\n0 0\nready   \n`;
    fs.writeFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), old);
    fs.writeFileSync(join(dataDir, 'postgres', 'socket', '.s.PGSQL.5432.lock'), old);
    expect(await query((await start()).url, 'select 1')).toEqual([1]);
  });

  it('is started again when something else ends it', async () => {
    const postgres = await start();
    await query(postgres.url, 'create table kept as select 1 as one');
    const before = postgres.pid;
    process.kill(before, 'SIGKILL');
    while (postgres.pid === before) await pause(20);
    expect(await query(postgres.url, 'select one from kept')).toEqual([1]);
  });
});

describe('the surroundings', () => {
  it('what people wrote stays out of the log', async () => {
    const { url } = await start();
    await query(url, 'create table note (body text unique)');
    await query(url, "insert into note values ('our private limit')");
    await expect(query(url, "insert into note values ('our private limit')")).rejects.toThrow(/duplicate key/);
    expect(serverLog()).toContain('duplicate key');
    expect(serverLog()).not.toContain('private limit');
  });

  it('links between libraries that npm cannot ship are made beside the data', () => {
    const real = locateBinaries();
    const root = join(dataDir, 'package', 'native');
    fs.mkdirSync(join(root, 'bin'), { recursive: true });
    fs.mkdirSync(join(root, 'lib'));
    const list = join(real.root, 'pg-symlinks.json');
    if (!fs.existsSync(list)) return expect(librarySearchPath(real, join(dataDir, 'lib'))).toBeNull();
    fs.copyFileSync(list, join(root, 'pg-symlinks.json'));
    fs.copyFileSync(real.postgres, join(root, 'bin', 'postgres'));
    const made = new Set(
      (JSON.parse(fs.readFileSync(list, 'utf8')) as { target: string }[]).map((l) => basename(l.target)),
    );
    for (const name of fs.readdirSync(join(real.root, 'lib')).filter((n) => !made.has(n))) {
      fs.symlinkSync(join(real.root, 'lib', name), join(root, 'lib', name));
    }
    const fake = { ...real, root, postgres: join(root, 'bin', 'postgres') };
    const version = (path: string): number | null =>
      spawnSync(fake.postgres, ['--version'], { env: { LD_LIBRARY_PATH: path, DYLD_LIBRARY_PATH: path } }).status;
    expect(version('')).not.toBe(0);
    expect(version(librarySearchPath(fake, join(dataDir, 'lib')) ?? '')).toBe(0);
  });
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
