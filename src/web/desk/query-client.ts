import { QueryClient } from '@tanstack/react-query';

/** Pages open from here at once and are read again behind the scenes. The door itself repeats what failed in passing. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 0, gcTime: 30 * 60_000, networkMode: 'always' } },
});
