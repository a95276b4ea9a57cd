import { sql } from 'kysely';
import type { Standing } from '../../contract/table.ts';
import type { Tx } from '../../platform/db/tx.ts';

type Row = Omit<Standing, 'accord' | 'placement' | 'lastWord'> & {
  accord: Standing['accord'];
  placement: Standing['placement'];
  lastWord: Standing['lastWord'];
};

/** T11: the position that stands on these requests: where we placed them and why, what was agreed, our last word, each with who gave it. */
export async function standingOn(tx: Tx, ids: readonly string[]): Promise<Standing[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    select r.id as "requestId", 'REQ-' || r.ref as ref, r.subject, r.opened_at as at, r.phase, r.fate, r.talk,
      coalesce(k.name, first.author_name, '–') as "askedBy", coalesce(first.channel, 'note') as channel,
      (select json_build_object('reason', p.reason, 'evidence', p.evidence, 'clause', p.clause, 'byName', coalesce(m.name, '–'), 'at', p.at)
        from placement p left join member m on m.workspace_id = p.workspace_id and m.id = p.by_id
        where p.workspace_id = r.workspace_id and p.request_id = r.id and p.side = 'ours' order by p.at desc, p.id desc limit 1) as placement,
      (select json_build_object('number', a.number, 'state', a.state) from accord a where a.workspace_id = r.workspace_id and a.request_id = r.id
        and a.state in ('drawn-up', 'half-signed', 'in-force') order by a.number desc limit 1) as accord,
      (select json_build_object('words', left(o.body, 400), 'byName', o.author_name, 'at', o.at) from message o
        where o.workspace_id = r.workspace_id and o.request_id = r.id and o.direction = 'out' and o.kind = 'person'
        order by o.at desc, o.id desc limit 1) as "lastWord"
    from request r
    left join contact k on k.workspace_id = r.workspace_id and k.id = r.contact_id
    left join lateral (select author_name, channel from message f where f.workspace_id = r.workspace_id and f.request_id = r.id
      and f.direction = 'in' order by f.at, f.id limit 1) first on true
    where r.workspace_id = ${tx.workspaceId} and r.id in (${sql.join(ids)})`.execute(tx);
  const utc = <T extends { at: string }>(value: T | null): T | null =>
    value && { ...value, at: new Date(value.at).toISOString() };
  return rows
    .map((r) => ({ ...r, placement: utc(r.placement), lastWord: utc(r.lastWord) }))
    .toSorted((a, b) => ids.indexOf(a.requestId) - ids.indexOf(b.requestId));
}
