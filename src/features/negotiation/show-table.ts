import type { Entry as EntryDto } from '../../contract/listening.ts';
import type { Option as OptionDto } from '../../contract/negotiation.ts';
import { checkOffer } from '../../domain/listening/check-offer.ts';
import type { OwnedProduct } from '../../domain/listening/words.ts';
import { EMPTY_TABLE, type Option, type Table } from '../../domain/negotiation/table.ts';
import { visibleStances } from '../../domain/negotiation/visible-stances.ts';
import { instant } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { productsOf } from '../clients/public.ts';
import { toEntry } from '../listening/public.ts';
import { type OptionRow, type RoundRow, type StanceRow, tableOf } from './table.store.ts';
import { toTerms } from '../accords/public.ts';

type Shown = { readonly rounds: RoundRow[]; readonly options: OptionDto[] };

/** The table as our side sees it: every option, with how it stands to what the client said (T8, L5). */
export async function tableForDesk(
  tx: Tx,
  requestId: string,
  clientId: string | null,
  entries: readonly EntryDto[],
): Promise<Shown> {
  const rows = await tableOf(tx, requestId);
  const products = clientId ? await productsOf(tx, clientId) : [];
  return show(rows, entries, products, 'ours');
}

/** The table as the client sees it: no drafts of ours (row-level security sees to that), no stance of ours before its time. */
export async function tableForRoom(tx: Tx, requestId: string, entries: readonly EntryDto[]): Promise<Shown> {
  return show(await tableOf(tx, requestId), entries, [], 'theirs');
}

type Rows = { rounds: RoundRow[]; options: OptionRow[]; stances: StanceRow[] };

function show(
  rows: Rows,
  entries: readonly EntryDto[],
  products: readonly OwnedProduct[],
  viewer: 'ours' | 'theirs',
): Shown {
  const table = asTable(rows);
  const judged = entries.map(toEntry);
  return {
    rounds: rows.rounds,
    options: rows.options.map((o) => {
      const core = table.options.find((c) => c.id === o.id);
      const seen = core ? visibleStances(table, core, viewer) : [];
      // What was shown at once and then voided has been seen; what was voided while hidden stays hidden.
      const atOnce = rows.rounds.find((r) => r.id === o.roundId)?.reveal !== 'when-both-answered';
      const shown = (s: StanceRow): boolean =>
        s.void ? s.side === viewer || atOnce : seen.some((v) => v.personId === s.byId && v.hash === s.hash);
      return {
        id: o.id,
        letter: o.letter,
        title: o.title,
        side: o.side,
        state: o.state,
        roundId: o.roundId,
        parents: o.parents,
        hash: o.hash,
        revision: o.revision,
        terms: viewer === 'ours' ? o.terms : withoutOurs(o.terms),
        expiresAt: o.expiresAt,
        pickedByUs: o.pickedByUs,
        pickedByThem: o.pickedByThem,
        stances: rows.stances
          .filter((s) => s.optionId === o.id && shown(s))
          .map(({ optionId: _option, byId: _by, ...s }) => s),
        checks: checkOffer(toTerms(o.terms), judged, products).entries.map((f) => ({
          entryId: f.entryId,
          verdict: f.verdict,
          code: f.reasons[0]?.code ?? f.verdict,
          data: (f.reasons[0]?.data ?? {}) as Record<string, unknown>,
        })),
      };
    }),
  };
}

/** The authority an option needs is ours alone. */
function withoutOurs(terms: OptionDto['terms']): OptionDto['terms'] {
  const { authority: _ours, ...rest } = terms;
  return rest;
}

/** The rows as the core's table, as far as showing stances needs it. */
function asTable({ rounds, options, stances }: Rows): Table {
  const core = (o: OptionRow): Option => ({
    id: o.id,
    side: o.side,
    state: o.state,
    revisions: [{ hash: o.hash, bySide: o.side, at: 0 }],
    parents: o.parents,
    completed: true,
    stances: stances
      .filter((s) => s.optionId === o.id && !s.void)
      .map((s) => ({ side: s.side, personId: s.byId, hash: s.hash, kind: s.kind, at: instant(s.at) })),
    ...(o.roundId ? { roundId: o.roundId } : {}),
  });
  return {
    ...EMPTY_TABLE,
    options: options.map(core),
    rounds: rounds.map((r) => ({
      id: r.id,
      number: r.number,
      reveal: r.reveal,
      openedAt: instant(r.openedAt),
      closesAt: instant(r.closesAt),
      ...(r.outcome ? { outcome: r.outcome } : {}),
    })),
  };
}
