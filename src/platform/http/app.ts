import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController, fastify } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { problem, refusalOfDatabase } from './problems.ts';
import { Refused, refused } from './refused.ts';

const MEGABYTE = 1_048_576;

/** The bare server: limits, headers, problem details, OpenAPI. It knows no feature. */
export async function createApp(log: Logger, publicUrl: string): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: log as never,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MEGABYTE,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 72_000,
    trustProxy: false,
    forceCloseConnections: 'idle',
  }) as unknown as FastifyInstance;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: 25 * MEGABYTE, files: 10, fields: 10, parts: 30 },
    throwFileSizeLimit: true,
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'connect-src': ["'self'"],
        'font-src': ["'self'"],
        'manifest-src': ["'self'"],
        'frame-src': ["'self'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'require-trusted-types-for': ["'script'"],
      },
    },
    strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Parley', version: '0.1.0' } },
    transform: jsonSchemaTransform,
  });
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store');
    if (request.method !== 'GET' && request.method !== 'HEAD') sameOrigin(request, publicUrl);
  });
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply, log));
  app.setNotFoundHandler((request, reply) => sendError(refused('not-found'), request, reply, log));
  return app;
}

/** A browser always says where a change comes from; another site's page is refused, a program without an origin is not. */
function sameOrigin(request: FastifyRequest, publicUrl: string): void {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') throw refused('wrong-origin');
  if (!origin) return;
  const allowed = [new URL(publicUrl).origin, `http://${host}`, `https://${host}`];
  if (!allowed.includes(origin)) throw refused('wrong-origin');
}

async function sendError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Logger,
): Promise<FastifyReply> {
  const body = problem(toRefusal(error, request, log));
  if (body.status === 503) reply.header('retry-after', '5');
  return reply.code(body.status).type('application/problem+json').serializer(String).send(JSON.stringify(body));
}

function toRefusal(
  error: unknown,
  request: FastifyRequest,
  log: Logger,
): { code: string; data?: Record<string, unknown> } {
  if (error instanceof Refused) return error.refusal;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((v) => ({ path: v.instancePath || '/', message: v.message ?? '' }));
    return { code: 'bad-input', data: { fields } };
  }
  const fromDatabase = refusalOfDatabase(error);
  if (fromDatabase) {
    log.warn({ err: error, url: request.routeOptions.url }, 'database refused or away');
    return fromDatabase;
  }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return { code: 'too-large' };
  if (status === 415) return { code: 'wrong-content-type' };
  if (status >= 400 && status < 500) return { code: 'bad-input' };
  log.error({ err: error, url: request.routeOptions.url, method: request.method }, 'unexpected');
  return { code: 'unexpected' };
}
