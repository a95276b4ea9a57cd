import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.message. */
export type MessageTable = {
  workspace_id: string;
  id: string;
  request_id: string;
  client_id: string | null;
  audience: 'both' | 'ours';
  channel: 'mail' | 'room' | 'call' | 'visit' | 'note';
  direction: 'in' | 'out' | 'inside';
  kind: Generated<string>;
  author_member_id: string | null;
  author_contact_id: string | null;
  author_name: string;
  author_address: string | null;
  verified: Generated<boolean>;
  subject: string | null;
  body: string;
  html: string | null;
  quoted: string | null;
  lang: string | null;
  purpose: Generated<
    'reply' | 'invitation' | 'bad-news' | 'offer' | 'closing' | 'acknowledgement' | 'note' | 'receipt' | 'code'
  >;
  minutes: Generated<number>;
  rfc_message_id: string | null;
  raw_mail_id: string | null;
  at: string;
  held_until: string | null;
  search: string | null;
};
