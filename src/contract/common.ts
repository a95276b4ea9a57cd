import { z } from 'zod';

export const Id = z.uuid();
/** An instant, ISO 8601 with offset; answers are always UTC. */
export const At = z.iso.datetime({ offset: true });
export const Lang = z.enum(['en', 'ru', 'pl', 'fr']);
export type Lang = z.infer<typeof Lang>;
export const Side = z.enum(['ours', 'theirs']);
/** One line of text a person typed. */
export const Line = z.string().trim().min(1).max(500);
/** Several paragraphs a person typed. */
export const Text = z.string().trim().min(1).max(50_000);
export const Reason = z.string().trim().min(3).max(2_000);
export const Email = z.email().max(254);
export const IdParams = z.strictObject({ id: Id });
export const Done = z.object({ ok: z.literal(true) });
/** Keyset paging: hand `next` back as `after`; null means there is no more. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });
export const PageQuery = z.strictObject({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** RFC 9457. `code` is stable and put into words by the page (namespace `refusals`); `data` carries what the words need. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  data: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.infer<typeof Problem>;
