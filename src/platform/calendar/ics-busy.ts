import type { IcsContext, Spell } from './ics-events.ts';
import { zoneOf } from './ics-events.ts';
import { type IcsComponent, unescapeText } from './ics-lines.ts';
import { readPeriod, valuesOf } from './ics-times.ts';

/** The busy periods of a VFREEBUSY, `start/end` or `start/duration`; periods marked as free are none. */
export function busyPeriods(component: IcsComponent, context: IcsContext): Spell[] {
  const uid = unescapeText(component.properties.find((p) => p.name === 'UID')?.value ?? '').trim();
  return component.properties
    .filter((p) => p.name === 'FREEBUSY' && p.params['FBTYPE']?.toUpperCase() !== 'FREE')
    .flatMap((p) => {
      const zone = zoneOf(p, context);
      return valuesOf(p).flatMap((value): Spell[] => {
        const period = readPeriod(value, zone);
        if (!period) context.report(p.line, `FREEBUSY:${value}`.slice(0, 60), 'period-unreadable');
        return period ? [{ kind: 'span', ...period, name: '', uid }] : [];
      });
    });
}
