import type { PlaybookOnRequest } from '../../contract/playbooks.ts';
import { suggestPlaybook } from '../../domain/playbooks/suggest.ts';
import { soundsTense } from '../../domain/playbooks/tense.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { runsOf, signsOf } from './run.store.ts';

/** The playbook that runs on a request, what ran before, and what fits by what the desk knows; it never begins by itself. */
export async function playbookOf(tx: Tx, requestId: string, now: number): Promise<PlaybookOnRequest> {
  const runs = await runsOf(tx, requestId);
  const { closed, lastWords, ...signs } = await signsOf(tx, requestId, now);
  const at = runs.find((r) => r.state === 'running') ?? runs.find((r) => r.state === 'finished');
  const tried = runs.map((r) => r.playbook);
  const quiet = closed || at?.state === 'running';
  const tense = lastWords !== null && soundsTense(lastWords);
  return {
    run: at
      ? {
          id: at.id,
          playbook: at.playbook,
          name: at.name,
          state: at.state as 'running',
          steps: at.steps.map((s) => ({
            id: s.id,
            state: s.state,
            action: s.action ?? null,
            guard: s.guard ?? null,
            why: s.why ?? null,
            title: s.title ?? null,
            how: s.how ?? null,
          })),
        }
      : null,
    earlier: runs.filter((r) => r !== at && r.steps.length > 0).map(({ playbook, name }) => ({ playbook, name })),
    suggested: quiet ? null : suggestPlaybook({ ...signs, tense }, tried),
  };
}
