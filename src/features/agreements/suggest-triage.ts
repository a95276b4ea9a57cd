import type { z } from 'zod';
import type { Suggestion } from '../../contract/triage.ts';
import { explainWords } from '../../domain/agreements/explain.ts';
import { suggestReasonable } from '../../domain/agreements/suggest.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { agreementInForce } from './agreement-in-force.ts';
import { askedTime } from './asked-time.ts';
import { workDone } from './work-done.store.ts';

export type Arrived = { clientId: string; words: string; lang: string | null; at: number; readerLang: string };

/** T3: on arrival the request is compared with the agreement in force; the clause comes with it, and a person decides. */
export async function suggestTriage(tx: Tx, arrived: Arrived): Promise<z.infer<typeof Suggestion>> {
  const version = await agreementInForce(tx, arrived.clientId, arrived.at);
  const zone = version?.terms.coverage?.zone ?? 'UTC';
  const ask = {
    ...askedTime(arrived.words, arrived.lang, arrived.at, zone),
    usage: await workDone(tx, arrived.clientId),
  };
  const { reasonable, kind, clause, explain } = suggestReasonable(version, ask, arrived.at);
  const words = translator(arrived.readerLang)(
    `agreements.suggest.${explain.code}`,
    explainWords(explain, arrived.readerLang),
  );
  return { reasonable, kind, clause, code: explain.code, data: { words }, agreementTitle: version?.title ?? null };
}
