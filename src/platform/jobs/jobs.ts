import { PgBoss, fromKysely } from 'pg-boss';
import type pg from 'pg';
import type { Tx } from '../db/tx.ts';
import type { QueueName } from './queues.ts';

/** Payloads carry ids only: the job tables stand outside the workspace's walls. */
export type JobData = { readonly workspaceId: string; readonly id: string };

export type Jobs = {
  /** Enqueues inside the open transaction: the job exists exactly when the change does. */
  readonly send: (tx: Tx, queue: QueueName, id: string, options?: { startAfter?: Date }) => Promise<void>;
  readonly work: (queue: QueueName, concurrency: number, handle: (data: JobData) => Promise<void>) => Promise<void>;
  readonly ready: () => Promise<boolean>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export function openJobs(pool: pg.Pool, onError: (error: Error) => void): Jobs {
  const boss = new PgBoss({
    db: { executeSql: async (text: string, values?: unknown[]) => pool.query(text, values as unknown[]) },
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: true,
  });
  boss.on('error', onError);
  return {
    send: async (tx, queue, id, options) => {
      const data: JobData = { workspaceId: tx.workspaceId, id };
      await boss.send(queue, data, { ...options, db: fromKysely(tx as never) });
    },
    work: async (queue, concurrency, handle) => {
      await boss.work<JobData>(
        queue,
        // A full batch is followed by the next at once; otherwise the queue is asked twice a second.
        { pollingIntervalSeconds: 0.5, batchSize: 20, burstWhenBatchFull: true, localConcurrency: concurrency },
        async (jobs) => {
          for (const job of jobs) await handle(job.data);
        },
      );
    },
    ready: async () => (await boss.isInstalled()) === true,
    start: async () => {
      await boss.start();
    },
    stop: async () => {
      await boss.stop({ graceful: true, timeout: 8_000 });
    },
  };
}
