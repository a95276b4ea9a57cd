import type { ReactNode } from 'react';
import type { RoomPage } from '../../contract/room.ts';

/** What every part of the page is given: the request as it is known, and how to read it again after an act. */
export type Seen = { readonly page: RoomPage; readonly reload: () => Promise<void> };

export function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}
