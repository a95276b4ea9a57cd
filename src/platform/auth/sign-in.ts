import { createHmac } from 'node:crypto';
import { betterAuth } from 'better-auth';
import type pg from 'pg';
import { hashPassword, verifyPassword } from './password.ts';

export const SESSION_COOKIE = 'parley.session_token';

/** The identity library behind our own pages: only the calls we make ourselves exist, none of its routes is mounted. */
export function createSignIn(options: { pool: pg.Pool; publicUrl: string; secretSeed: string }) {
  return betterAuth({
    database: options.pool,
    baseURL: options.publicUrl,
    basePath: '/api/auth',
    secret: createHmac('sha256', options.secretSeed).update('sign-in').digest('base64url'),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(password, hash) },
    },
    user: { additionalFields: { lang: { type: 'string', defaultValue: 'en', input: false } } },
    session: { expiresIn: 14 * 86_400, updateAge: 86_400, cookieCache: { enabled: false } },
    // Ours counts per account and per network, in PostgreSQL.
    rateLimit: { enabled: false },
    trustedOrigins: [new URL(options.publicUrl).origin],
    advanced: {
      cookiePrefix: 'parley',
      useSecureCookies: false,
      defaultCookieAttributes: {
        httpOnly: true,
        sameSite: 'lax',
        secure: options.publicUrl.startsWith('https:'),
        path: '/',
      },
      disableOriginCheck: true, // asked by our own door for every change, see http/app.ts
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
}

export type SignIn = ReturnType<typeof createSignIn>;
