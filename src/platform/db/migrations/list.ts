/** Up-only, in order. A migration that has shipped is never edited: expand, migrate, contract in new ones. */
export const migrations = [
  '0001-house',
  '0002-requests',
  '0003-mail',
  '0004-guards',
  '0010-coach',
  '0011-imports',
  '0011-durations',
  '0012-review',
  '0013-table',
  '0013-table-conflict',
  '0017-asks',
  '0030-handover',
  '0031-successor',
  '0040-change-of-method',
  '0050-search',
  '0040-situations',
] as const;
