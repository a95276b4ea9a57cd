import type { Tx } from '../../platform/db/tx.ts';
import { type SealKey, sealKeyOf } from './seal.ts';

/** The key that seals the accords of this workspace. Not for the room's own role: it may not read the secret. */
export async function sealKey(tx: Tx): Promise<SealKey> {
  const row = await tx
    .selectFrom('workspace')
    .select('reply_key')
    .where('workspace_id', '=', tx.workspaceId)
    .executeTakeFirstOrThrow();
  return sealKeyOf(row.reply_key);
}

export type KnownAccord = { number: number; state: string; fingerprint: string; title: string; reference: string };

/** The accord with this fingerprint, or – for a text that was touched – the one that bears this title and speaks of this request. */
export async function knownAccord(
  tx: Tx,
  by: { fingerprint: string } | { title: string; about: string },
): Promise<KnownAccord | null> {
  let query = tx
    .selectFrom('accord as a')
    .innerJoin('request as r', (join) =>
      join.onRef('r.workspace_id', '=', 'a.workspace_id').onRef('r.id', '=', 'a.request_id'),
    )
    .select(['a.number', 'a.state', 'a.fingerprint', 'a.document', 'r.ref'])
    .where('a.workspace_id', '=', tx.workspaceId);
  if ('fingerprint' in by) query = query.where('a.fingerprint', '=', by.fingerprint);
  else {
    const ref = /\bREQ-(\d{1,12})\b/.exec(by.about)?.[1];
    const number = /\d{1,12}/.exec(by.title)?.[0];
    if (!ref || !number) return null;
    query = query.where('r.ref', '=', Number(ref)).where('a.number', '=', Number(number));
  }
  const row = await query.executeTakeFirst();
  if (!row) return null;
  const { title } = row.document as { title: string };
  return { number: row.number, state: row.state, fingerprint: row.fingerprint, title, reference: `REQ-${row.ref}` };
}
