import { isLoopback } from './smtp-url.ts';

/** What a provider gave us to read a mailbox without a password (OAuth 2, RFC 6749 §6). */
export type OauthLogin = {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly refreshToken: string;
};

export type Bearer = {
  readonly accessToken: string;
  /** Milliseconds UTC. */
  readonly expiresAt: number;
  /** A new one, where the provider changes it with each use: then the old one may be worth nothing. */
  readonly refreshToken: string | null;
};

const TIMEOUT_MS = 15_000;
const LARGEST = 64 * 1024;

/** Tokens travel encrypted, except to this very machine. */
export function isTokenUrl(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.username || url.password) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/** Asks for a fresh bearer token. Throws what the provider said; `invalid_grant` means that a person has to sign in there again. */
export async function freshBearer(login: OauthLogin, now: number): Promise<Bearer> {
  if (!isTokenUrl(login.tokenUrl)) throw new Error('the address for tokens must begin with https://');
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: login.refreshToken,
    client_id: login.clientId,
    ...(login.clientSecret === null ? {} : { client_secret: login.clientSecret }),
  });
  const response = await fetch(login.tokenUrl, {
    method: 'POST',
    body: form,
    redirect: 'error',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const text = (await response.text()).slice(0, LARGEST);
  const said = parsed(text);
  if (!response.ok || typeof said['access_token'] !== 'string') {
    const why = [said['error'], said['error_description']].filter((part) => typeof part === 'string').join(': ');
    throw new Error(`no token was given: ${why || response.status}`.slice(0, 400));
  }
  const seconds = Number(said['expires_in']) || 3_600;
  const next = said['refresh_token'];
  const refreshToken = typeof next === 'string' && next !== login.refreshToken ? next : null;
  return { accessToken: said['access_token'], expiresAt: now + seconds * 1_000, refreshToken };
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
