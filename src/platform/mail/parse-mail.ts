import { Worker } from 'node:worker_threads';
import { readHead } from './head.ts';
import type { ParseAnswer, ParseJob } from './parse-worker.ts';
import {
  DEFAULT_LIMITS,
  type MailHead,
  type MailLimits,
  type ParsedMail,
  type Unparsable,
  type UnparsableReason,
} from './parsed-mail.ts';

/** A worker is replaced after so many mails, so that nothing a mail left behind grows. */
const MAILS_PER_WORKER = 500;
const MAX_WORKERS = 2;
/** For loading the code of a new worker, before a mail's own time begins. */
const START_MS = 30_000;

type Job = {
  readonly raw: Uint8Array;
  readonly limits: MailLimits;
  readonly done: (result: ParsedMail | Unparsable) => void;
};
type Seat = { readonly worker: Worker; readonly heapMb: number; mails: number; busy: boolean; ready: boolean };

const queue: Job[] = [];
const seats = new Set<Seat>();
const running = new Set<Promise<unknown>>();
let nextId = 1;

/**
 * Reads a mail in a worker thread with caps on time, memory, size, nesting and parts. Never throws and never hangs: what cannot
 * be read comes back as a value with a reason and as much of the head as can be had, so that people see what was kept aside.
 */
export function parseMail(raw: Uint8Array, limits: Partial<MailLimits> = {}): Promise<ParsedMail | Unparsable> {
  const all = { ...DEFAULT_LIMITS, ...limits };
  if (raw.length > all.maxBytes) {
    return Promise.resolve(aside(raw, 'too-large', `${raw.length} bytes, the limit is ${all.maxBytes}`));
  }
  const { promise, resolve } = Promise.withResolvers<ParsedMail | Unparsable>();
  running.add(promise);
  queue.push({ raw, limits: all, done: resolve });
  next();
  return promise.finally(() => running.delete(promise));
}

/** Waits for the mails that are being read, then ends the workers; a later `parseMail` starts new ones. */
export async function stopParsing(): Promise<void> {
  await Promise.all(running);
  const ending = [...seats].map((seat) => seat.worker.terminate());
  seats.clear();
  await Promise.all(ending);
}

function next(): void {
  const job = queue[0];
  if (!job) return;
  const seat = freeSeat(job.limits.heapMb);
  if (!seat) return;
  queue.shift();
  seat.busy = true;
  seat.mails++;
  run(seat, job);
}

function freeSeat(heapMb: number): Seat | null {
  const idle = [...seats].filter((s) => !s.busy);
  const fit = idle.find((s) => s.heapMb === heapMb);
  if (fit) return fit;
  if (idle[0]) leave(idle[0]);
  if (seats.size >= MAX_WORKERS) return null;
  const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  // An idle worker must not keep the process alive; while it works, the timer below does.
  worker.unref();
  const seat: Seat = { worker, heapMb, mails: 0, busy: false, ready: false };
  worker.on('error', () => leave(seat));
  seats.add(seat);
  return seat;
}

function leave(seat: Seat): void {
  seats.delete(seat);
  void seat.worker.terminate();
}

function run(seat: Seat, { raw, limits, done }: Job): void {
  const id = nextId++;
  const { worker } = seat;
  const finish = (result: ParsedMail | Unparsable, keep: boolean): void => {
    clearTimeout(timer);
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    seat.busy = false;
    if (!keep || seat.mails >= MAILS_PER_WORKER) leave(seat);
    done(result);
    next();
  };
  const tooSlow = (): void => finish(aside(raw, 'too-slow', `not read within ${limits.timeoutMs} ms`), false);
  const onMessage = (answer: ParseAnswer | 'ready'): void => {
    if (answer === 'ready') {
      seat.ready = true;
      clearTimeout(timer);
      timer = setTimeout(tooSlow, limits.timeoutMs);
    } else if (answer.id === id) {
      const { result } = answer;
      if (!result) finish(aside(raw, 'broken', answer.error), true);
      else finish(result.ok || result.rest ? result : { ...result, head: safeHead(raw) }, true);
    }
  };
  const onError = (error: Error & { code?: string }): void => {
    const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    finish(aside(raw, memory ? 'too-much-memory' : 'broken', error.message), false);
  };
  const onExit = (): void => finish(aside(raw, 'broken', 'the reader stopped'), false);
  let timer = setTimeout(tooSlow, seat.ready ? limits.timeoutMs : START_MS);
  worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  const copy = new Uint8Array(raw);
  worker.postMessage({ id, raw: copy, limits } satisfies ParseJob, [copy.buffer]);
}

function aside(raw: Uint8Array, reason: UnparsableReason, detail: string): Unparsable {
  return { ok: false, reason, detail, head: safeHead(raw), rest: null };
}

function safeHead(raw: Uint8Array): MailHead {
  try {
    return readHead(raw);
  } catch {
    return { from: null, subject: '', date: null, messageId: null };
  }
}
