/** Every queue there is. Handlers are idempotent; a worker that dies is noticed by its heartbeat. */
export const queues = {
  'mail-handle': { retryLimit: 5, retryDelay: 2, retryBackoff: true, expireInSeconds: 120, heartbeatSeconds: 30 },
  'mail-send': { retryLimit: 0, expireInSeconds: 300, heartbeatSeconds: 30 },
  'suggest-triage': { retryLimit: 3, retryDelay: 2, expireInSeconds: 60, heartbeatSeconds: 30 },
} as const;

export type QueueName = keyof typeof queues;
