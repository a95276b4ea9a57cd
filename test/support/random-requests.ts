import fc from 'fast-check';
import type pg from 'pg';
import { POSSIBLE_NOS, REASONABLE_NOS } from '../../src/domain/triage/words.ts';

/** A request as a person would describe it, less everything that no figure asks for. */
export type Told = {
  readonly day: number;
  readonly minutes: number;
  readonly reasonable: 'yes' | 'no' | 'unknown';
  readonly possible: 'yes' | 'no' | 'unknown';
  readonly why: (typeof REASONABLE_NOS)[number];
  readonly limit: (typeof POSSIBLE_NOS)[number];
  readonly said: readonly number[];
  readonly closedAfter: number | null;
  readonly closedHow: 'confirmed' | 'silent' | 'waived';
  readonly first: 'invitation' | 'reply' | 'call' | null;
  readonly promises: readonly {
    side: 'ours' | 'theirs';
    state: 'kept' | 'kept-early' | 'exceeded' | 'broken' | 'renegotiated' | 'given';
    after: number;
  }[];
};

const axis = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const);
/** Days are counted from a first of January; two years of them. */
export const told: fc.Arbitrary<Told> = fc.record({
  day: fc.integer({ min: 0, max: 729 }),
  minutes: fc.integer({ min: 0, max: 600 }),
  reasonable: axis,
  possible: axis,
  why: fc.constantFrom(...REASONABLE_NOS),
  limit: fc.constantFrom(...POSSIBLE_NOS),
  said: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
  closedAfter: fc.option(fc.integer({ min: 0, max: 60 })),
  closedHow: fc.constantFrom('confirmed' as const, 'silent' as const, 'waived' as const),
  first: fc.constantFrom('invitation' as const, 'reply' as const, 'call' as const, null),
  promises: fc.array(
    fc.record({
      side: fc.constantFrom('ours' as const, 'theirs' as const),
      state: fc.constantFrom(
        'kept' as const,
        'kept-early' as const,
        'exceeded' as const,
        'broken' as const,
        'renegotiated' as const,
        'given' as const,
      ),
      after: fc.integer({ min: 0, max: 40 }),
    }),
    { maxLength: 3 },
  ),
});

export const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;
/** Noon in the day: the same day in every zone of Europe. */
const noon = (day: number): string => new Date(FIRST_DAY + day * DAY + DAY / 2).toISOString();
export const fateOf = ({ reasonable, possible }: Pick<Told, 'reasonable' | 'possible'>): string => {
  if (reasonable === 'unknown' || possible === 'unknown') return 'not-placed';
  if (reasonable === 'yes') return possible === 'yes' ? 'do-it' : 'reasonable-not-possible';
  return possible === 'yes' ? 'possible-not-reasonable' : 'neither';
};

/** Writes them as rows, past the product and its guards, and builds the facts anew. */
export async function writeTold(
  db: pg.Client,
  workspaceId: string,
  clientId: string,
  all: readonly Told[],
): Promise<void> {
  const rows = all.map((r, i) => ({
    ...r,
    i,
    fate: fateOf(r),
    at: noon(r.day),
    closed: r.closedAfter === null ? null : noon(r.day + r.closedAfter),
    promises: r.promises.map((p) => ({ ...p, settled: p.state === 'given' ? null : noon(r.day + p.after) })),
  }));
  await db.query(`set session_replication_role = replica`);
  await db.query(
    `create temp table told as select gen_random_uuid() as id, t.* from jsonb_to_recordset($1::jsonb) as t (i int, minutes int, reasonable text, possible text,
      why text, "limit" text, said jsonb, "closedHow" text, first text, promises jsonb, fate text, at timestamptz, closed timestamptz)`,
    [JSON.stringify(rows)],
  );
  const ws = `'${workspaceId}'::uuid`;
  const client = `'${clientId}'::uuid`;
  await db.query(`
    insert into parley.request (workspace_id, id, ref, subject, client_id, phase, next_step, next_due, reasonable, possible, fate, minutes, opened_at, closed_at, updated_at)
      select ${ws}, id, 900000 + i, 'x', ${client}, case when closed is null then 'resolution' else 'closed' end, 'x', at, reasonable, possible, fate, minutes, at, closed, at from told;
    insert into parley.placement (workspace_id, id, request_id, client_id, side, reasonable, possible, reasonable_kind, possible_kind, reason, by_id, at)
      select ${ws}, gen_random_uuid(), id, ${client}, 'ours', reasonable, possible, case when reasonable = 'no' then why end, case when possible = 'no' then "limit" end, 'x', id, at from told;
    insert into parley.closing (workspace_id, id, request_id, client_id, message_id, asked, done, kept, comes_back, state, silent_after, at)
      select ${ws}, gen_random_uuid(), id, ${client}, id, 'x', 'x', 'x', 'x', "closedHow", closed, closed from told where closed is not null;
    insert into parley.entry (workspace_id, id, request_id, client_id, kind, text, said, side, created_at, updated_at)
      select ${ws}, gen_random_uuid(), id, ${client}, 'condition', 'x', s::int, 'theirs', at, at from told, jsonb_array_elements_text(said) s;
    insert into parley.message (workspace_id, id, request_id, client_id, audience, channel, direction, author_name, body, purpose, at)
      select ${ws}, gen_random_uuid(), id, ${client}, 'both', case first when 'call' then 'call' else 'mail' end, case first when 'call' then 'inside' else 'out' end, 'x', 'x',
        case first when 'invitation' then 'invitation' when 'call' then 'note' else 'reply' end, at from told where first is not null;
    insert into parley.promise (workspace_id, id, request_id, client_id, side, kind, text, state, due, due_zone, source, maker_name, settled_at, created_at)
      select ${ws}, gen_random_uuid(), id, ${client}, p ->> 'side', 'work', 'x', p ->> 'state', at, 'UTC', 'call', 'x', (p ->> 'settled')::timestamptz, at from told, jsonb_array_elements(promises) p;
    drop table told;
    select parley.rebuild_facts(${ws});`);
  await db.query(`set session_replication_role = default`);
}
