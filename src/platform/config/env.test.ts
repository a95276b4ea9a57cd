import { describe, expect, it } from 'vitest';
import { EnvError, readEnv } from './env.ts';

describe('the environment', () => {
  it('is complete when nothing is set', () => {
    expect(readEnv({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      databaseUrl: null,
      dataDir: './.parley',
      smtpUrl: null,
      imapUrl: null,
      mailInUrl: null,
      secretKey: null,
      logLevel: 'info',
    });
  });

  it('the public address follows the port unless it is given', () => {
    expect(readEnv({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
    expect(readEnv({ PORT: '8080', PUBLIC_URL: 'https://desk.example.org/' }).publicUrl).toBe(
      'https://desk.example.org',
    );
  });

  it('an empty variable counts as not set', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: ' ' })).toEqual(readEnv({}));
  });

  it.each([
    [
      'PORT',
      'three thousand',
      'PORT must be a port number from 0 to 65535 (0 takes any free one); it is "three thousand".',
    ],
    ['PORT', '65536', 'it is "65536"'],
    ['PORT', '-1', 'it is "-1"'],
    ['HOST', 'http://localhost', 'HOST must be a host name or address'],
    ['PUBLIC_URL', 'desk.example.org', 'PUBLIC_URL must be an http or https URL'],
    ['PUBLIC_URL', 'ftp://desk.example.org', 'it is "ftp://desk.example.org"'],
    ['DATABASE_URL', 'mysql://host/parley', 'DATABASE_URL must be a PostgreSQL URL'],
    ['SMTP_URL', 'mail.example.org:25', 'SMTP_URL must be an SMTP URL'],
    ['MAIL_IN_URL', 'https://mail.example.org', 'MAIL_IN_URL must be where to take mail handed over'],
    ['IMAP_URL', 'https://mail.example.org', 'IMAP_URL must be an IMAP URL'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of silent, fatal, error'],
  ])('%s=%s stops the start', (name, value, message) => {
    expect(() => readEnv({ [name]: value })).toThrow(EnvError);
    expect(() => readEnv({ [name]: value })).toThrow(message);
  });

  it('says every mistake at once', () => {
    expect(() => readEnv({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/^PORT .*\nLOG_LEVEL .*$/);
  });

  it.each([
    ['DATABASE_URL', 'mysql://ada:hunter2@host/parley', '"mysql://***@host/parley"'],
    ['SMTP_URL', 'ada:hunter2@mail.example.org', '"***@mail.example.org"'],
    ['IMAP_URL', 'imap//ada:hunt@er2@mail.example.org', '"***@mail.example.org"'],
  ])('%s: a password is not repeated', (name, value, shown) => {
    expect(() => readEnv({ [name]: value })).toThrow(shown);
    expect(() => readEnv({ [name]: value })).not.toThrow(/hunt/);
  });
});
