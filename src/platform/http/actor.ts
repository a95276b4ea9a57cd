/** Who is asking, as the server found out by itself: nothing the browser says about side, name or address is believed. */
export type MemberActor = {
  readonly kind: 'member';
  readonly id: string;
  readonly workspaceId: string;
  readonly userId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly lang: string;
  readonly role: 'owner' | 'lead' | 'agent';
};

export type ContactActor = {
  readonly kind: 'contact';
  readonly id: string;
  readonly workspaceId: string;
  readonly clientId: string;
  readonly linkId: string;
  /** The one request the link opens, or null for all of the client's. */
  readonly requestId: string | null;
  readonly name: string;
  readonly email: string;
  readonly lang: string;
  readonly may: 'see' | 'talk' | 'decide';
  /** This device is theirs beyond doubt. On another one the link shows its one request and nothing can be done: `may` is `see`. */
  readonly proven: boolean;
  readonly deviceId: string | null;
  /** The request the link itself names; `requestId` may be narrower. */
  readonly linkRequestId: string | null;
};

export type Actor = MemberActor | ContactActor;

const rank = { agent: 1, lead: 2, owner: 3 } as const;

/** The policy of a door: may this person pass at all? What they may do with a single request is asked by the use case. */
export function mayPass(access: 'agent' | 'lead' | 'owner' | 'room', actor: Actor | null): boolean {
  if (!actor) return false;
  if (access === 'room') return actor.kind === 'contact';
  return actor.kind === 'member' && rank[actor.role] >= rank[access];
}
