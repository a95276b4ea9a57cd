import canonicalize from 'canonicalize';
import type { Tx } from '../../platform/db/tx.ts';
import { sealKey } from './seal-key.store.ts';
import { accordPdf } from './accord-pdf.ts';
import { findAccordByNumber } from './accord.store.ts';
import { sealOf, sealPdf } from './seal.ts';

export type Format = 'text' | 'json' | 'pdf';

/** P4: an accord as a file: its text, the whole record with its seal, or the PDF as both sides have it. Null when there is no such number. */
export async function exportAccord(tx: Tx, number: number, format: Format): Promise<Buffer | null> {
  const accord = await findAccordByNumber(tx, number);
  if (!accord) return null;
  if (format === 'text') return Buffer.from(accord.text, 'utf8');
  const key = await sealKey(tx);
  if (format === 'pdf') {
    const { zone } = await tx
      .selectFrom('workspace')
      .select('zone')
      .where('workspace_id', '=', tx.workspaceId)
      .executeTakeFirstOrThrow();
    return sealPdf(key, await accordPdf(accord, zone));
  }
  const { lang, text, fingerprint, state, createdAt, inForceAt, signatures } = accord;
  const record = { accord: number, state, lang, text, fingerprint, createdAt, inForceAt, signatures };
  const seal = sealOf(key, Buffer.from(canonicalize(record) ?? '', 'utf8'));
  return Buffer.from(`${JSON.stringify({ ...record, seal }, null, 2)}\n`, 'utf8');
}
