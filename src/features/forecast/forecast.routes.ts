import * as wire from '../../contract/forecast.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { refused } from '../../platform/http/refused.ts';
import { refOf } from '../requests/public.ts';
import { calibrationOf } from './calibration.ts';
import { kindsOf, similarTo } from './evidence.store.ts';
import { askedRequest } from './forecast.store.ts';
import { suggestDate } from './suggest-date.ts';

export function forecastRoutes(kernel: Kernel): void {
  serve(kernel, wire.suggestDate, ({ tx, params, query, now }) => suggestDate(tx, params.id, query.due, now));
  serve(kernel, wire.similarRequests, async ({ tx, params, query, now }) => {
    const request = await askedRequest(tx, params.id);
    if (!request) throw refused('not-found');
    const items = await similarTo(tx, request, query.level, now);
    return { items: items.map((item) => ({ ...item, ref: refOf(item.ref) })) };
  });
  serve(kernel, wire.requestKinds, async ({ tx }) => ({ kinds: await kindsOf(tx) }));
  serve(kernel, wire.calibration, ({ tx, now }) => calibrationOf(tx, now));
}
