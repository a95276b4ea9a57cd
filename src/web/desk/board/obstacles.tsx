import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Obstacle } from '../../../contract/obstacles.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Field } from '../../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { liftObstacle, listObstacles } from '../doors.ts';
import { Form } from '../request/form.tsx';
import { useAgain } from '../request/request.ts';

/** T1: what makes requests impossible, with what each one blocks; lifting it brings those back. */
export function Obstacles(): ReactNode {
  const t = useT();
  const again = useAgain();
  const { data, error } = useQuery({ queryKey: ['obstacles'], queryFn: () => listObstacles({}) });
  const [lifting, setLifting] = useState<Obstacle | null>(null);
  const [why, setWhy] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  return (
    <section aria-labelledby="obstacles" className="grid gap-2">
      <h2 id="obstacles" className="font-semibold">
        {t('desk-table.obstacles')}
      </h2>
      <p className="text-muted">{t('desk-table.obstacles-hint')}</p>
      <ProblemNotice problem={error} />
      {said ? <Notice tone="good">{said}</Notice> : null}
      {data?.items.length === 0 ? <p>{t('desk-table.obstacles-none')}</p> : null}
      <ul className="grid gap-2">
        {data?.items.map((o) => (
          <li key={o.id} className="grid gap-1 rounded-md border border-line p-2">
            <p className="flex flex-wrap items-center gap-x-3">
              <strong className="wrap-anywhere">{o.text}</strong>
              <span className="text-muted">{t(`desk-work.no.${o.kind}`)}</span>
              <span>{t('desk-table.blocks', { n: o.n })}</span>
              <Button kind="quiet" onClick={() => setLifting(o)}>
                {t('desk-table.lift')}
              </Button>
            </p>
            <p className="flex flex-wrap gap-x-3">
              {o.blocks.slice(0, 8).map((r) => (
                <Link key={r.id} to="/requests/$id" params={{ id: r.id }} className="underline">
                  {r.ref} · {r.subject}
                </Link>
              ))}
            </p>
          </li>
        ))}
      </ul>
      {lifting ? (
        <SidePanel title={lifting.text} onClose={() => setLifting(null)}>
          <Form
            send={t('desk-table.lift')}
            act={async () => {
              const { back, stillBlocked } = await liftObstacle({ params: { id: lifting.id }, body: { why } });
              setSaid(t('desk-table.lifted', { back, still: stillBlocked }));
              setLifting(null);
              setWhy('');
              await again();
            }}
          >
            <Field
              label={t('desk-table.lift-why')}
              value={why}
              required
              minLength={3}
              onChange={(event) => setWhy(event.target.value)}
            />
          </Form>
        </SidePanel>
      ) : null}
    </section>
  );
}
