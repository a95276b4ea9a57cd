import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Coaching } from '../../../../contract/coach.ts';
import type { DraftKind } from '../../../../domain/coach/types.ts';
import { getCoaching, reportShowings } from '../../doors.ts';
import type { Reading, Remark } from './read-draft.ts';

const PAUSE = 300;

export type Coach = {
  readonly coaching: Coaching | undefined;
  readonly reading: Reading | null;
  /** Without waiting for the hands to rest. */
  readonly readNow: () => Promise<Reading | null>;
  /** Not now: put aside for this draft, in this tab. */
  readonly wave: (remark: Remark) => void;
};

async function readAt(text: string, coaching: Coaching, kind: DraftKind, waved: ReadonlySet<string>): Promise<Reading> {
  const { readDraft } = await import('./read-draft.ts');
  return readDraft(text, coaching, kind, Date.now(), waved);
}

/** Reads along when the hands rest. What it needs is fetched once per request; the reading itself never leaves the page. */
export function useCoach(requestId: string, kind: DraftKind, text: string): Coach {
  const { data: coaching } = useQuery({
    queryKey: ['coach', requestId],
    queryFn: () => getCoaching({ params: { id: requestId } }),
  });
  const [reading, setReading] = useState<Reading | null>(null);
  const [waved, setWaved] = useState<ReadonlySet<string>>(new Set());
  const blank = text.trim() === '';
  useEffect(() => {
    if (blank || !coaching) return undefined;
    let current = true;
    const read = async (): Promise<void> => {
      const next = await readAt(text, coaching, kind, waved);
      if (current) setReading(next);
    };
    // Without a connection the code may be out of reach; the server reads every draft as well.
    const timer = setTimeout(() => void read().catch(() => undefined), PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, blank, coaching, kind, waved]);
  useShowings(blank ? null : reading);
  return {
    coaching,
    reading: blank ? null : reading,
    readNow: async () => (blank || !coaching ? null : readAt(text, coaching, kind, waved)),
    wave: (remark) => setWaved(new Set([...waved, remark.key])),
  };
}

/** Tells the server which hints were on the screen: a rule and a hash each, once, and never a word. */
function useShowings(reading: Reading | null): void {
  const told = useRef(new Set<string>());
  useEffect(() => {
    const fresh = reading?.remarks.filter((r) => !told.current.has(r.key)) ?? [];
    if (!reading || fresh.length === 0) return undefined;
    const timer = setTimeout(() => {
      for (const r of fresh) told.current.add(r.key);
      const items = fresh.map(({ rule, sentence }) => ({ rule, lang: reading.lang, sentence }));
      // A lost count is no reason to disturb anybody.
      void reportShowings({ body: { items } }).catch(() => undefined);
    }, 1_500);
    return () => clearTimeout(timer);
  }, [reading]);
}
