import { type ReactNode, createContext, use } from 'react';

/** What a number counts: the metric and key of its tally. */
export type Counted = { readonly metric: string; readonly key: string };

/** How a number opens the requests behind it; in the room it is just a number. */
export const Behind = createContext<((counted: Counted, text: string) => ReactNode) | null>(null);

export function Num({ metric, key_, children }: { metric: string; key_: string; children: string }): ReactNode {
  const open = use(Behind);
  return open && children !== '0' ? open({ metric, key: key_ }, children) : children;
}
