import type { BusinessTime } from '../../domain/calendar/business-time.ts';
import type { CalendarRules } from '../../domain/calendar/rules.ts';
import { endOfWorkingDay } from '../../domain/calendar/working-days.ts';
import { timeOf } from '../../domain/calendar/versions.ts';
import type { Tx } from '../../platform/db/tx.ts';

/** Until the firm says otherwise: Monday to Friday, nine to five, in the workspace's zone. */
const OFFICE: CalendarRules = {
  week: Object.fromEntries(
    (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => [day, [['09:00', '17:00'] as const]]),
  ),
};

/** Our own office hours: what "business days" means in a closing message or a next step. */
export async function officeHours(tx: Tx): Promise<{ time: BusinessTime; zone: string; silenceDays: number }> {
  const row = await tx
    .selectFrom('workspace')
    .select(['zone', 'silence_days'])
    .where('workspace_id', '=', tx.workspaceId)
    .executeTakeFirstOrThrow();
  const made = timeOf(row.zone, OFFICE);
  if (!made.ok) throw new Error(`the office calendar of zone ${row.zone} cannot be compiled: ${made.refusal.code}`);
  return { time: made.value, zone: row.zone, silenceDays: row.silence_days };
}

/** The end of our next working day: when a step of ours is due unless somebody says otherwise. */
export async function nextOfficeDay(tx: Tx, now: number): Promise<number> {
  return endOfWorkingDay((await officeHours(tx)).time, now, 1);
}
