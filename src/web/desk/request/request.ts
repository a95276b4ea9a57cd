import { useQueryClient } from '@tanstack/react-query';
import type { RequestPage } from '../../../contract/requests.ts';

/** What every part of the page is given: the request as it is known, and how to look again after an act. */
export type Seen = { readonly page: RequestPage; readonly again: () => Promise<void> };

export function useAgain(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries();
}
