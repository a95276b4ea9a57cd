import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from '../config/env.ts';

// What is not logged, up to two levels below the top: words people wrote, and what lets somebody in.
const words = ['body', 'text', 'html', 'subject', 'raw', 'content', 'wording', 'reason', 'note', 'attachments'];
const keys = [
  'password',
  'token',
  'secret',
  'cookie',
  'authorization',
  'headers',
  'url',
  'ownerUrl',
  'connectionString',
];
const censored = [...words, ...keys].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** The product's log: one JSON object per line, times in UTC, without message bodies, secrets or values of rows. */
export function createLog(level: LogLevel, stream: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: censored, censor: (value, path) => (isRoute(value, path) ? value : '[not logged]') },
      serializers: { err: plainError },
    },
    stream,
  );
}

/** Of all urls, the pattern of a route is worth logging and says nothing of anybody. */
const isRoute = (value: unknown, path: readonly string[]): boolean =>
  path.at(-1) === 'url' && typeof value === 'string' && /^\/[\w/:-]*$/.test(value);

/** An error without the rest that libraries hang on it: PostgreSQL adds the row that clashed, others the request they sent. */
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) {
    // The job library hands on copies of errors, which are plain objects.
    const { message, code } = (error ?? {}) as { message?: unknown; code?: unknown };
    return { code, message: typeof message === 'string' ? message : String(error) };
  }
  const { code, constraint, cause } = error as Error & { code?: unknown; constraint?: unknown };
  return {
    type: error.name,
    code,
    constraint,
    stack: error.stack ?? error.message,
    ...(cause === undefined ? {} : { cause: plainError(cause) }),
  };
}
