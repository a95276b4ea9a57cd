import type { Member } from '../../contract/people.ts';
import type { AuthorityLimits } from '../../domain/promises/words.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { findMember } from '../people/public.ts';

export async function firmOf(tx: Tx): Promise<{ currency: string; zone: string }> {
  return tx
    .selectFrom('workspace')
    .select(['currency', 'zone'])
    .where('workspace_id', '=', tx.workspaceId)
    .executeTakeFirstOrThrow();
}

export const limitsOf = (member: Member, currency: string): AuthorityLimits => ({ ...member.authority, currency });

/** A colleague who is here; refuses by name of the part they were to play. */
export async function activeMember(tx: Tx, id: string): Promise<Member> {
  const member = await findMember(tx, id);
  if (!member?.active) throw refused('no-such-member');
  return member;
}

/** Who promised for the client: the request's contact, by name. */
export async function theirName(tx: Tx, contactId: string | null): Promise<string> {
  if (!contactId) return '';
  const row = await tx
    .selectFrom('contact')
    .select('name')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', contactId)
    .executeTakeFirst();
  return row?.name ?? '';
}
