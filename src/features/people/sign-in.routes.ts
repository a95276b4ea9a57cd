import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { countAttempt, forgetAttempts, network } from '../../platform/auth/rate-limit.ts';
import type { SignIn } from '../../platform/auth/sign-in.ts';
import { refused } from '../../platform/http/refused.ts';
import type { Kernel } from '../../platform/http/serve.ts';

const Credentials = z.strictObject({ email: z.email().max(254), password: z.string().min(1).max(200) });

/**
 * Sign-in and sign-out. The same answer for an unknown address and a wrong password; ten tries per account and fifty per
 * network in ten minutes, counted in the database.
 */
export function signInRoutes({ app, ctx }: Kernel, signIn: SignIn, forget: () => void): void {
  app.post(
    '/api/auth/sign-in/email',
    { schema: { summary: 'Sign in', tags: ['public'], body: Credentials } },
    async (request, reply) => {
      const { email, password } = request.body as z.infer<typeof Credentials>;
      const account = `sign-in:${email.toLowerCase()}`;
      await countAttempt(ctx.db.auth, `sign-in-from:${network(request.ip)}`, 50, 600);
      await countAttempt(ctx.db.auth, account, 10, 600);
      const response = await signIn.api
        .signInEmail({ body: { email, password }, headers: plain(request.headers), asResponse: true })
        .catch(() => null);
      if (!response?.ok) throw refused('sign-in-failed');
      await forgetAttempts(ctx.db.auth, account);
      passCookies(response, reply);
      return reply.send({ ok: true });
    },
  );

  app.post('/api/auth/sign-out', { schema: { summary: 'Sign out', tags: ['public'] } }, async (request, reply) => {
    const response = await signIn.api.signOut({ headers: plain(request.headers), asResponse: true }).catch(() => null);
    if (response) passCookies(response, reply);
    forget();
    return reply.send({ ok: true });
  });
}

/** Only what identifies the person and their browser: forwarded headers of a stranger are not believed. */
function plain(headers: Record<string, string | string[] | undefined>): Headers {
  const kept = new Headers();
  for (const name of ['cookie', 'user-agent']) {
    const value = headers[name];
    if (typeof value === 'string') kept.set(name, value);
  }
  return kept;
}

function passCookies(response: Response, reply: FastifyReply): void {
  for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie);
}
