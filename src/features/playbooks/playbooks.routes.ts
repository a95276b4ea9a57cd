import * as wire from '../../contract/playbooks.ts';
import { newId } from '../../platform/db/ids.ts';
import { refused } from '../../platform/http/refused.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { append } from '../../platform/ledger/append.ts';
import { archivePlaybook, insertPlaybook, ownPlaybooks, updatePlaybook } from './playbook.store.ts';
import { declinePlaybook, movePlaybook, playbookLetter, startPlaybook } from './run-playbook.ts';

const done = { ok: true } as const;

export function playbookRoutes(kernel: Kernel): void {
  serve(kernel, wire.listPlaybooks, async ({ tx }) => ({ items: await ownPlaybooks(tx) }));
  serve(kernel, wire.writePlaybook, async ({ tx, actor, body, now }) => {
    const id = newId(now);
    await insertPlaybook(tx, { id, ...body, byId: actor.id }, now);
    await append(tx, actor, now, [{ kind: 'playbook.written', data: { id, name: body.name, from: body.copiedFrom } }]);
    return { id };
  });
  serve(kernel, wire.changePlaybook, async ({ tx, actor, params, body, ifMatch, now }) => {
    const version = await updatePlaybook(tx, params.id, { ...body, byId: actor.id }, Number(ifMatch), now);
    if (version === null) throw refused('stale');
    await append(tx, actor, now, [{ kind: 'playbook.changed', data: { id: params.id, ...body } }]);
    return { version };
  });
  serve(kernel, wire.archivePlaybook, async ({ tx, actor, params, now }) => {
    if (!(await archivePlaybook(tx, params.id, now))) throw refused('not-found');
    await append(tx, actor, now, [{ kind: 'playbook.archived', data: { id: params.id } }]);
    return done;
  });
  serve(kernel, wire.startPlaybook, ({ tx, actor, params, body, now }) =>
    startPlaybook(tx, actor, params.id, body.playbook, now),
  );
  serve(kernel, wire.declinePlaybook, async ({ tx, actor, params, body, now }) => {
    await declinePlaybook(tx, actor, params.id, body.playbook, now);
    return done;
  });
  serve(kernel, wire.movePlaybook, async ({ tx, actor, params, body, now }) => {
    await movePlaybook(tx, actor, params.id, params.runId, body, now);
    return done;
  });
  serve(kernel, wire.playbookLetter, ({ tx, params }) => playbookLetter(tx, params.id, params.runId, params.step));
}
