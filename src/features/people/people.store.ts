import type { Member } from '../../contract/people.ts';
import type { Lang } from '../../contract/common.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

const columns = [
  'id',
  'user_id',
  'name',
  'email',
  'role',
  'lang',
  'may_hours',
  'may_money_minor',
  'may_kinds',
  'active',
] as const;

type MemberRecord = {
  id: string;
  name: string;
  email: string;
  role: 'owner' | 'lead' | 'agent';
  lang: string;
  may_hours: number;
  may_money_minor: number;
  may_kinds: string[];
  active: boolean;
};

const toMember = (row: MemberRecord): Member => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: row.role,
  lang: row.lang as Lang,
  authority: {
    hours: row.may_hours,
    moneyMinor: row.may_money_minor,
    kinds: row.may_kinds as Member['authority']['kinds'],
  },
  active: row.active,
});

export async function findMember(tx: Tx, id: string): Promise<Member | null> {
  const row = await tx
    .selectFrom('member')
    .select(columns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toMember(row) : null;
}

export async function findMemberOfUser(tx: Tx, userId: string): Promise<Member | null> {
  const row = await tx
    .selectFrom('member')
    .select(columns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ? toMember(row) : null;
}

export async function listActiveMembers(tx: Tx): Promise<Member[]> {
  const rows = await tx
    .selectFrom('member')
    .select(columns)
    .where('workspace_id', '=', tx.workspaceId)
    .orderBy('name')
    .limit(1_000)
    .execute();
  return rows.map(toMember);
}

export async function insertMember(
  tx: Tx,
  member: {
    id: string;
    userId: string | null;
    name: string;
    email: string;
    role: 'owner' | 'lead' | 'agent';
    lang: string;
    authority?: Member['authority'];
  },
  now: number,
): Promise<void> {
  await tx
    .insertInto('member')
    .values({
      workspace_id: tx.workspaceId,
      id: member.id,
      user_id: member.userId,
      name: member.name,
      email: member.email.toLowerCase(),
      role: member.role,
      lang: member.lang,
      created_at: iso(now),
      ...(member.authority
        ? {
            may_hours: member.authority.hours,
            may_money_minor: member.authority.moneyMinor,
            may_kinds: member.authority.kinds,
          }
        : {}),
    })
    .execute();
}

export async function updateMember(
  tx: Tx,
  id: string,
  change: {
    name?: string;
    lang?: string;
    role?: 'owner' | 'lead' | 'agent';
    active?: boolean;
    authority?: Member['authority'];
  },
): Promise<void> {
  const set = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.lang === undefined ? {} : { lang: change.lang }),
    ...(change.role === undefined ? {} : { role: change.role }),
    ...(change.active === undefined ? {} : { active: change.active }),
    ...(change.authority
      ? {
          may_hours: change.authority.hours,
          may_money_minor: change.authority.moneyMinor,
          may_kinds: change.authority.kinds,
        }
      : {}),
  };
  if (Object.keys(set).length === 0) return;
  await tx.updateTable('member').set(set).where('workspace_id', '=', tx.workspaceId).where('id', '=', id).execute();
}

export async function insertInvitation(
  tx: Tx,
  invitation: {
    id: string;
    email: string;
    name: string | null;
    role: 'owner' | 'lead' | 'agent';
    hash: Buffer;
    invitedBy: string;
    expiresAt: string;
  },
): Promise<void> {
  const { id, email, name, role, hash, invitedBy, expiresAt } = invitation;
  await tx
    .insertInto('invitation')
    .values({
      workspace_id: tx.workspaceId,
      id,
      email: email.toLowerCase(),
      name,
      role,
      token_hash: hash,
      invited_by: invitedBy,
      expires_at: expiresAt,
    })
    .execute();
}

export async function openInvitations(
  tx: Tx,
  now: number,
): Promise<{ id: string; email: string; role: 'owner' | 'lead' | 'agent'; expires_at: string }[]> {
  return tx
    .selectFrom('invitation')
    .select(['id', 'email', 'role', 'expires_at'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('used_at', 'is', null)
    .where('token_hash', 'is not', null)
    .where('expires_at', '>', iso(now))
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute();
}

/** Locks the invitation a token opens; null when there is none, it was used, withdrawn or has expired: all answered alike. */
export async function takeInvitation(tx: Tx, hash: Buffer, now: number) {
  return tx
    .selectFrom('invitation')
    .select(['id', 'email', 'role', 'invited_by'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', iso(now))
    .forUpdate()
    .executeTakeFirst();
}

/** A used or withdrawn invitation keeps no hash: nothing can match it again. */
export async function endInvitation(tx: Tx, id: string, usedAt: string | null): Promise<boolean> {
  const done = await tx
    .updateTable('invitation')
    .set({ token_hash: null, used_at: usedAt })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('token_hash', 'is not', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
