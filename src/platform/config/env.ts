import { z } from 'zod';

/** What the environment says about this installation; read once at start. */
export type Config = {
  readonly port: number;
  /** The interface to listen on. */
  readonly host: string;
  /** Where people reach Parley, without a trailing slash. */
  readonly publicUrl: string;
  /** The owner of any PostgreSQL ≥ 15; null for the one inside. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly smtpUrl: string | null;
  readonly imapUrl: string | null;
  readonly mailInUrl: string | null;
  /** Seals stored passwords; null: a key in the data folder does. */
  readonly secretKey: string | null;
  readonly logLevel: LogLevel;
};

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A variable has a value we cannot work with; the message names it, what was expected and what was given. */
export class EnvError extends Error {}

type Variable<T> = { readonly schema: z.ZodType<T>; readonly expected: string };

const urlOf = (...schemes: readonly string[]): z.ZodType<string> =>
  z.string().refine((text) => {
    const url = URL.parse(text);
    return url !== null && schemes.includes(url.protocol.slice(0, -1)) && url.host !== '';
  });

const variables = {
  PORT: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((n) => n <= 65_535),
    expected: 'a port number from 0 to 65535 (0 takes any free one)',
  },
  HOST: { schema: z.string().regex(/^[\w.:-]+$/), expected: 'a host name or address to listen on, e.g. 127.0.0.1' },
  PUBLIC_URL: {
    schema: urlOf('http', 'https').transform((text) => text.replace(/\/+$/, '')),
    expected: 'an http or https URL, e.g. https://desk.example.org',
  },
  DATABASE_URL: {
    schema: urlOf('postgres', 'postgresql'),
    expected: 'a PostgreSQL URL, e.g. postgres://user:password@host:5432/parley',
  },
  PARLEY_DATA: { schema: z.string(), expected: 'the path of a folder' },
  SMTP_URL: {
    schema: urlOf('smtp', 'smtps'),
    expected: 'an SMTP URL, e.g. smtps://user:password@mail.example.org:465',
  },
  IMAP_URL: {
    schema: urlOf('imap', 'imaps'),
    expected: 'an IMAP URL, e.g. imaps://user:password@mail.example.org:993',
  },
  MAIL_IN_URL: {
    schema: urlOf('smtp', 'lmtp'),
    expected: 'where to take mail handed over, e.g. smtp://127.0.0.1:2525 or lmtp://127.0.0.1:2424',
  },
  PARLEY_KEY: {
    schema: z.string().refine((text) => Buffer.from(text, 'base64').length === 32),
    expected: '32 random bytes in base64, e.g. what `openssl rand -base64 32` prints',
  },
  LOG_LEVEL: { schema: z.enum(logLevels), expected: `one of ${logLevels.join(', ')}` },
} satisfies Record<string, Variable<unknown>>;

/** Reads the variables we know. An empty value counts as not set, as in most compose files. Throws EnvError with every mistake at once. */
export function readEnv(env: NodeJS.ProcessEnv): Config {
  const mistakes: string[] = [];
  const read = <T>(name: keyof typeof variables, { schema, expected }: Variable<T>): T | undefined => {
    const given = env[name]?.trim();
    if (!given) return undefined;
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data;
    mistakes.push(`${name} must be ${expected}; it is "${name === 'PARLEY_KEY' ? '***' : masked(given)}".`);
    return undefined;
  };
  const port = read('PORT', variables.PORT) ?? 3000;
  const config: Config = {
    port,
    host: read('HOST', variables.HOST) ?? '127.0.0.1',
    publicUrl: read('PUBLIC_URL', variables.PUBLIC_URL) ?? `http://localhost:${port}`,
    databaseUrl: read('DATABASE_URL', variables.DATABASE_URL) ?? null,
    dataDir: read('PARLEY_DATA', variables.PARLEY_DATA) ?? './.parley',
    smtpUrl: read('SMTP_URL', variables.SMTP_URL) ?? null,
    imapUrl: read('IMAP_URL', variables.IMAP_URL) ?? null,
    mailInUrl: read('MAIL_IN_URL', variables.MAIL_IN_URL) ?? null,
    secretKey: read('PARLEY_KEY', variables.PARLEY_KEY) ?? null,
    logLevel: read('LOG_LEVEL', variables.LOG_LEVEL) ?? 'info',
  };
  if (mistakes.length > 0) throw new EnvError(mistakes.join('\n'));
  return config;
}

/** Anything before an @ may be a password, however broken the URL around it is. */
const masked = (text: string): string => text.replace(/^([a-z]+:\/\/)?.*@/is, '$1***@').slice(0, 200);
