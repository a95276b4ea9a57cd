import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { absenceRoutes } from '../features/absence/absence.routes.ts';
import { accordRoutes } from '../features/accords/accords.routes.ts';
import { closingRoutes } from '../features/closing/closing.routes.ts';
import { coachRoutes } from '../features/coach/coach.routes.ts';
import { conversationRoutes } from '../features/conversation/conversation.routes.ts';
import { fileRoutes } from '../features/conversation/files.routes.ts';
import { mailRoutes } from '../features/mail/mail.routes.ts';
import { methodChangeRoutes } from '../features/method-change/method-change.routes.ts';
import { negotiationRoutes } from '../features/negotiation/negotiation.routes.ts';
import { playbookRoutes } from '../features/playbooks/playbooks.routes.ts';
import { promiseRoutes } from '../features/promises/promises.routes.ts';
import { requestPageRoutes } from '../features/request-page/request-page.routes.ts';
import { contactOf } from '../features/room/open-room.ts';
import { reviewRoutes } from '../features/review/review.routes.ts';
import { roomRoutes } from '../features/room/room.routes.ts';
import { clientRoutes } from '../features/clients/clients.routes.ts';
import { listeningRoutes } from '../features/listening/listening.routes.ts';
import { forecastRoutes } from '../features/forecast/forecast.routes.ts';
import { ledgerRoutes } from '../features/ledger/ledger.routes.ts';
import type { LiveUpdates } from '../features/ledger/live-updates.ts';
import { peopleRoutes } from '../features/people/people.routes.ts';
import { signInRoutes } from '../features/people/sign-in.routes.ts';
import { requestRoutes } from '../features/requests/requests.routes.ts';
import { roomPeopleRoutes } from '../features/room-people/room-people.routes.ts';
import { successionRoutes } from '../features/succession/succession.routes.ts';
import { clientPromiseRoutes } from '../features/client-promises/client-promises.routes.ts';
import { handoverRoutes } from '../features/handover/handover.routes.ts';
import { conflictRoutes } from '../features/conflict/conflict.routes.ts';
import { outsideRoutes } from '../features/outside/outside.routes.ts';
import { sameAskRoutes } from '../features/same-ask/same-ask.routes.ts';
import { situationRoutes } from '../features/situations/situations.routes.ts';
import { plantSampleQuickly } from '../features/sample/public.ts';
import { toldRequestRoutes } from '../features/told-request/told-request.routes.ts';
import { todayRoutes } from '../features/today/today.routes.ts';
import { mergeRoutes } from '../features/merge/merge.routes.ts';
import { worklistRoutes } from '../features/worklist/worklist.routes.ts';
import { triageRoutes } from '../features/triage/triage.routes.ts';
import { visitRoutes } from '../features/visits/visits.routes.ts';
import type { Doorkeeper } from '../features/people/who-is-it.ts';
import type { SignIn } from '../platform/auth/sign-in.ts';
import type { Context } from '../platform/context.ts';
import type { Kernel } from '../platform/http/serve.ts';

export type Parts = {
  readonly app: FastifyInstance;
  readonly ctx: Context;
  readonly signIn: SignIn;
  readonly live: LiveUpdates;
  readonly doorkeeper: Doorkeeper;
  readonly webDir: string | null;
};

/** The route table: every capability, one line each. */
export async function mountRoutes({ app, ctx, signIn, live, doorkeeper, webDir }: Parts): Promise<void> {
  const kernel: Kernel = { app, ctx, memberOf: doorkeeper.memberOf, contactOf: (request) => contactOf(ctx, request) };
  const forget = (): void => {
    doorkeeper.forget();
    void ctx.db.appPool.query("select pg_notify('parley_rights', '')").catch(() => undefined);
  };
  signInRoutes(kernel, signIn, forget);
  peopleRoutes(kernel, forget, (workspaceId) => plantSampleQuickly(ctx, workspaceId));
  clientRoutes(kernel);
  requestRoutes(kernel);
  listeningRoutes(kernel);
  worklistRoutes(kernel);
  mergeRoutes(kernel);
  triageRoutes(kernel);
  sameAskRoutes(kernel);
  outsideRoutes(kernel);
  conflictRoutes(kernel);
  handoverRoutes(kernel);
  clientPromiseRoutes(kernel);
  successionRoutes(kernel);
  roomPeopleRoutes(kernel);
  toldRequestRoutes(kernel);
  todayRoutes(kernel);
  requestPageRoutes(kernel);
  coachRoutes(kernel);
  conversationRoutes(kernel);
  fileRoutes(kernel);
  mailRoutes(kernel);
  negotiationRoutes(kernel);
  methodChangeRoutes(kernel);
  situationRoutes(kernel);
  playbookRoutes(kernel);
  accordRoutes(kernel);
  promiseRoutes(kernel);
  closingRoutes(kernel);
  visitRoutes(kernel);
  absenceRoutes(kernel);
  forecastRoutes(kernel);
  roomRoutes(kernel);
  reviewRoutes(kernel);
  ledgerRoutes(kernel, live);

  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  app.get('/api/health', { schema: { hide: true } }, async () => ({ live: true }));
  app.get('/api/ready', { schema: { hide: true } }, async (_request, reply) => {
    const [database, jobs] = await Promise.all([
      ctx.db.appPool.query('select 1').then(
        () => true,
        () => false,
      ),
      ctx.jobs.ready().catch(() => false),
    ]);
    return reply.code(database && jobs ? 200 : 503).send({ ready: database && jobs, database, jobs });
  });
  if (webDir) await servePages(app, webDir);
}

/** Two entries: the desk answers every path a person may open, the room only its own. */
async function servePages(app: FastifyInstance, webDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: webDir,
    index: false,
    setHeaders: (reply, path) => {
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  for (const path of ['/room', '/room/*'])
    app.get(path, { schema: { hide: true } }, (_request, reply) => reply.sendFile('room.html'));
  const desk = [
    '/',
    '/setup',
    '/sign-in',
    '/invitation',
    '/requests',
    '/requests/*',
    '/board',
    '/promises',
    '/calibration',
    '/clients',
    '/clients/*',
    '/mail',
    '/settings',
    '/settings/*',
    '/reviews',
    '/reviews/*',
    '/insights',
    '/visits',
    '/playbooks',
  ];
  for (const path of desk) app.get(path, { schema: { hide: true } }, (_request, reply) => reply.sendFile('desk.html'));
}
