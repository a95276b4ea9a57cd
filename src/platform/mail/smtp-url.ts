export type SmtpServer = {
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly secure: boolean;
    readonly requireTLS: boolean;
    readonly ignoreTLS: boolean;
    readonly tls: { readonly rejectUnauthorized: boolean };
  };
  readonly credentials: { readonly user: string; readonly pass: string } | null;
};

/**
 * `smtp[s]://user:password@host:port`, or null. A password is not sent in the clear to another machine: STARTTLS is required
 * then. `?tls=off` never encrypts, `?tls=required` always does, `?tls=unverified` accepts a certificate nobody signed.
 */
export function smtpServer(text: string): SmtpServer | null {
  const url = parse(text);
  if (!url || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') || !url.hostname) return null;
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const tls = url.searchParams.get('tls') ?? '';
  if (!['', 'off', 'required', 'unverified'].includes(tls)) return null;
  const credentials = url.username ? { user: decode(url.username), pass: decode(url.password) } : null;
  return {
    connection: {
      host,
      port: Number(url.port) || (secure ? 465 : credentials ? 587 : 25),
      secure,
      requireTLS: !secure && (tls === 'required' || (tls === '' && credentials !== null && !isLoopback(host))),
      ignoreTLS: tls === 'off',
      tls: { rejectUnauthorized: tls !== 'unverified' },
    },
    credentials,
  };
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
