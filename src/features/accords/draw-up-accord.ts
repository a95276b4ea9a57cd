import { createHash } from 'node:crypto';
import { type AccordDocument, accordDocument, documentText } from '../../domain/accords/document.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { toTerms } from './terms.ts';
import type { LockedRequest } from '../requests/public.ts';
import { accordWords } from './accord-words.ts';
import { accordsOf, insertAccord, setAccordState } from './accord.store.ts';
import { agreedWording, partiesOf } from './parties.store.ts';

/**
 * P4: the moment both said “works” to one wording, its text is drawn up in the client's language and frozen. A half-signed or signed
 * accord is never replaced: the new one names what it amends; one that nobody signed gives way. `number` is taken by the caller.
 */
export async function drawUpAccord(
  tx: Tx,
  request: LockedRequest,
  optionId: string,
  hash: string,
  number: number,
  now: number,
): Promise<{ id: string; number: number }> {
  const { clientId } = request;
  const wording = await agreedWording(tx, optionId, hash);
  const parties = clientId ? await partiesOf(tx, clientId, request) : null;
  if (!clientId || !wording || !parties) throw refused('client-unknown');
  const earlier = await accordsOf(tx, request.id);
  for (const old of earlier.filter((a) => a.state === 'drawn-up')) await setAccordState(tx, old.id, 'ended', null);
  const amended = earlier.findLast((a) => a.state === 'in-force');
  const words = accordWords(parties.lang, parties.zone);
  const document: AccordDocument = accordDocument(
    {
      number,
      reference: request.ref,
      subject: request.subject,
      optionTitle: wording.title,
      terms: toTerms(wording.terms),
      firm: { organisation: parties.firm, person: '' },
      client: { organisation: parties.client, person: parties.contact },
      ...(amended ? { amends: amended.number } : {}),
    },
    words,
  );
  const text = documentText(document, words);
  const fingerprint = createHash('sha256').update(text, 'utf8').digest('hex');
  const id = newId(now);
  await insertAccord(
    tx,
    {
      id,
      requestId: request.id,
      clientId,
      number,
      optionId,
      optionHash: hash,
      lang: parties.lang,
      document,
      text,
      fingerprint,
      amendsId: amended?.id ?? null,
    },
    now,
  );
  await append(tx, { kind: 'system' }, now, [
    {
      kind: 'accord.drawn-up',
      requestId: request.id,
      clientId,
      audience: 'both',
      data: { accord: id, number, fingerprint, option: optionId, hash },
    },
  ]);
  return { id, number };
}
