import { balanceAt } from '../../domain/agreements/allowance.ts';
import { hoursGroups, hoursText } from '../../domain/agreements/coverage-hours.ts';
import { readTerms } from '../../domain/agreements/read-terms.ts';
import { type AgreementVersion, agreementAt } from '../../domain/agreements/terms.ts';
import { instant } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { agreementsOf } from '../clients/public.ts';
import { workDone } from './work-done.store.ts';

/** The agreement that holds for a client at an instant; an old promise is judged by the version it was made under. */
export async function agreementInForce(tx: Tx, clientId: string, at: number): Promise<AgreementVersion | null> {
  const versions: AgreementVersion[] = [];
  for (const a of await agreementsOf(tx, clientId)) {
    const terms = readTerms(a.terms);
    if (!terms.ok) continue; // cannot happen for what came through our own door, which reads the terms first
    versions.push({
      id: a.id,
      version: a.version,
      title: a.title,
      validFrom: instant(a.validFrom),
      validTo: a.validTo ? instant(a.validTo) : null,
      terms: terms.value,
    });
  }
  return agreementAt(versions, at);
}

/** Coverage in words, and hours used and allowed of the first allowance in hours, as they stand beside a conversation. */
export async function coverageInWords(
  tx: Tx,
  clientId: string,
  now: number,
  lang: string,
): Promise<{ coverage: string | null; hoursUsed: number | null; hoursAllowed: number | null }> {
  const version = await agreementInForce(tx, clientId, now);
  const coverage = version?.terms.coverage ? hoursText(hoursGroups(version.terms.coverage.rules), lang) : null;
  const allowance = version?.terms.allowances.find((a) => a.unit === 'minutes');
  if (!version || !allowance) return { coverage, hoursUsed: null, hoursAllowed: null };
  const zone = version.terms.coverage?.zone ?? 'UTC';
  const balance = balanceAt(allowance, await workDone(tx, clientId), version.validFrom, zone, now);
  const hours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;
  return { coverage, hoursUsed: hours(balance.used), hoursAllowed: hours(balance.granted + balance.carried) };
}
