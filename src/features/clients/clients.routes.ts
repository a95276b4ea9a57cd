import * as wire from '../../contract/clients.ts';
import { newId } from '../../platform/db/ids.ts';
import { refused } from '../../platform/http/refused.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { append } from '../../platform/ledger/append.ts';
import { insertAgreement } from './agreement.store.ts';
import { clientPage, findClient, insertClient, listClients, updateClient } from './clients.store.ts';
import { insertContact, updateContact } from './contact.store.ts';

export function clientRoutes(kernel: Kernel): void {
  serve(kernel, wire.listClients, ({ tx, query }) => listClients(tx, query));

  serve(kernel, wire.getClient, async ({ tx, params }) => {
    const page = await clientPage(tx, params.id);
    if (!page) throw refused('not-found');
    return page;
  });

  serve(kernel, wire.createClient, async ({ tx, actor, body, now }) => {
    const id = newId(now);
    await insertClient(tx, id, body, now);
    await append(tx, actor, now, [{ kind: 'client.created', clientId: id, data: { name: body.name } }]);
    return { id };
  });

  serve(kernel, wire.changeClient, async ({ tx, actor, params, body, now }) => {
    if (!(await updateClient(tx, params.id, body))) throw refused('not-found');
    await append(tx, actor, now, [{ kind: 'client.changed', clientId: params.id, data: { ...body } }]);
    return { id: params.id };
  });

  serve(kernel, wire.createContact, async ({ tx, actor, params, body, now }) => {
    if (!(await findClient(tx, params.id))) throw refused('not-found');
    const id = newId(now);
    if (!(await insertContact(tx, id, params.id, body, now))) throw refused('address-taken');
    await append(tx, actor, now, [
      { kind: 'contact.created', clientId: params.id, data: { contact: id, name: body.name, may: body.may } },
    ]);
    return { id };
  });

  serve(kernel, wire.changeContact, async ({ tx, actor, params, body, now }) => {
    if (!(await updateContact(tx, params.id, body))) throw refused('not-found');
    await append(tx, actor, now, [
      { kind: 'contact.changed', data: { contact: params.id, name: body.name, may: body.may } },
    ]);
    return { id: params.id };
  });

  serve(kernel, wire.putAgreement, async ({ tx, actor, params, body, now }) => {
    if (!(await findClient(tx, params.id))) throw refused('not-found');
    const { agreementId, ...terms } = body;
    const id = agreementId ?? newId(now);
    const version = await insertAgreement(tx, { id, clientId: params.id, ...terms }, now);
    await append(tx, actor, now, [
      { kind: 'agreement.recorded', clientId: params.id, data: { agreement: id, version, title: body.title } },
    ]);
    return { id, version };
  });

  serve(kernel, wire.addProduct, async ({ tx, actor, params, body, now }) => {
    if (!(await findClient(tx, params.id))) throw refused('not-found');
    const id = newId(now);
    const { productKey, fromWhom, ...rest } = body;
    await tx
      .insertInto('owned_product')
      .values({
        workspace_id: tx.workspaceId,
        id,
        client_id: params.id,
        product_key: productKey,
        from_whom: fromWhom,
        ...rest,
      })
      .execute();
    await append(tx, actor, now, [
      { kind: 'client.product-added', clientId: params.id, data: { name: body.name, from: fromWhom } },
    ]);
    return { id };
  });
}
