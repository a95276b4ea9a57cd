import type { Entry as EntryDto, EntryValue } from '../../contract/listening.ts';
import type { ConditionValue, Entry } from '../../domain/listening/words.ts';
import { instant } from '../../platform/db/time.ts';

/** The wire says dates in ISO 8601, the core in milliseconds. */
export function toValue(value: EntryValue): ConditionValue {
  switch (value.kind) {
    case 'date':
      return {
        kind: 'date',
        ...(value.latest ? { latest: instant(value.latest) } : {}),
        ...(value.earliest ? { earliest: instant(value.earliest) } : {}),
      };
    case 'product':
      return { kind: 'product', rule: value.rule, name: value.name, ...(value.key ? { key: value.key } : {}) };
    default:
      return value;
  }
}

/** An entry as the core judges it. */
export function toEntry(entry: Omit<EntryDto, 'sources' | 'standing' | 'createdAt'>): Entry {
  return {
    id: entry.id,
    kind: entry.kind,
    state: entry.state,
    side: entry.side,
    text: entry.text,
    said: entry.said,
    ...(entry.value ? { value: toValue(entry.value as EntryValue) } : {}),
    ...(entry.answer == null ? {} : { answer: entry.answer }),
    ...(entry.dispute == null ? {} : { dispute: entry.dispute }),
  };
}
