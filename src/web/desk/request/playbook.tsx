import { type ReactNode, useState } from 'react';
import type { PlaybookCode, StepId } from '../../../domain/playbooks/playbooks.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Field } from '../../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { declinePlaybook, movePlaybook, startPlaybook } from '../doors.ts';
import type { Act } from './act-panel.tsx';
import type { Seen } from './request.ts';

type Props = Seen & { onAct: (act: Act) => void };
type Run = NonNullable<Seen['page']['playbook']['run']>;
type Step = Run['steps'][number];

/** A playbook guides and never locks (L6): what fits is suggested, and a person begins it. */
export function Playbook(props: Props): ReactNode {
  const t = useT();
  const { page, again, onAct } = props;
  const { run, earlier, suggested } = page.playbook;
  const nameOf = useName();
  const begin = useAction(async (playbook: string) => {
    await startPlaybook({ params: { id: page.id }, body: { playbook } });
    await again();
  });
  const decline = useAction(async (playbook: string) => {
    await declinePlaybook({ params: { id: page.id }, body: { playbook } });
    await again();
  });
  const open = page.phase !== 'closed';
  return (
    <section className="grid gap-2" aria-label={t('desk-playbooks.title')}>
      {suggested ? (
        <Notice tone="warn">
          <p>
            {t('desk-playbooks.suggested', { name: nameOf({ playbook: suggested.code, name: null }) })}{' '}
            <span className="text-muted">({t(`desk-playbooks.because.${suggested.because}`)})</span>
          </p>
          <p className="no-print flex flex-wrap gap-2">
            <Button busy={begin.busy} onClick={() => void begin.run(suggested.code)}>
              {t('desk-playbooks.begin')}
            </Button>
            <Button kind="quiet" busy={decline.busy} onClick={() => void decline.run(suggested.code)}>
              {t('desk-playbooks.not-here')}
            </Button>
          </p>
        </Notice>
      ) : null}
      <ProblemNotice problem={begin.problem ?? decline.problem} />
      {run ? <Running {...props} run={run} name={nameOf(run)} /> : null}
      {earlier.length > 0 ? (
        <p className="text-muted">{t('desk-playbooks.before', { names: earlier.map(nameOf).join(', ') })}</p>
      ) : null}
      {open && run?.state !== 'running' ? (
        <p className="no-print">
          <Button onClick={() => onAct({ kind: 'playbook' })}>{t('desk-playbooks.start')}</Button>
        </p>
      ) : null}
    </section>
  );
}

function useName(): (of: { playbook: string; name: string | null }) => string {
  const t = useT();
  return ({ playbook, name }) => name ?? t(`desk-playbooks.name.${playbook as PlaybookCode}`);
}

type Move = Parameters<typeof movePlaybook>[0]['body'];

function Running({ page, again, onAct, run, name }: Props & { run: Run; name: string }): ReactNode {
  const t = useT();
  const [leaving, setLeaving] = useState(false);
  const [why, setWhy] = useState('');
  const move = useAction(async (body: Move) => {
    await movePlaybook({ params: { id: page.id, runId: run.id }, body });
    setLeaving(false);
    await again();
  });
  return (
    <div className="grid gap-2">
      <h3 className="font-medium">{t('desk-playbooks.running', { name })}</h3>
      <ol className="grid gap-2">
        {run.steps.map((step, i) => (
          <StepRow
            key={step.id}
            step={step}
            first={i === 0}
            last={i === run.steps.length - 1}
            busy={move.busy}
            onMove={(body) => void move.run(body)}
            onOpen={() =>
              onAct(
                step.action === 'letter'
                  ? { kind: 'letter', runId: run.id, step: step.id }
                  : ({ kind: step.action } as Act),
              )
            }
          />
        ))}
      </ol>
      <ProblemNotice problem={move.problem} />
      {run.state === 'finished' ? <p className="text-muted">{t('desk-playbooks.finished')}</p> : null}
      {run.state === 'running' && !leaving ? (
        <p className="no-print">
          <Button kind="quiet" onClick={() => setLeaving(true)}>
            {t('desk-playbooks.leave')}
          </Button>
        </p>
      ) : null}
      {leaving ? (
        <Why
          label={t('desk-playbooks.leave-why')}
          send={t('desk-playbooks.leave')}
          why={why}
          onWhy={setWhy}
          onSend={() => void move.run({ kind: 'leave', why })}
        />
      ) : null}
    </div>
  );
}

function StepRow({
  step,
  first,
  last,
  busy,
  onMove,
  onOpen,
}: {
  step: Step;
  first: boolean;
  last: boolean;
  busy: boolean;
  onMove: (move: Move) => void;
  onOpen: () => void;
}): ReactNode {
  const t = useT();
  const [skipping, setSkipping] = useState(false);
  const [why, setWhy] = useState('');
  const title = step.title ?? t(`desk-playbooks.step.${step.id as StepId}`);
  const how = step.how ?? t(`desk-playbooks.how.${step.id as StepId}`);
  const open = step.state === 'open';
  const opens = t(step.action === 'letter' ? 'desk-playbooks.write' : 'desk-playbooks.do');
  return (
    <li className={`grid gap-1 rounded-md p-2 ${open ? 'bg-paper' : 'text-muted'}`}>
      <label className="flex items-start gap-2">
        <input
          type="checkbox"
          className="mt-1 size-4 accent-(--accent)"
          checked={step.state === 'done'}
          disabled={busy}
          onChange={(event) => onMove({ kind: event.target.checked ? 'done' : 'open', step: step.id })}
        />
        <span className="font-medium">{title}</span>
      </label>
      {step.state === 'skipped' ? <p>{t('desk-playbooks.skipped', { why: step.why ?? '–' })}</p> : null}
      {open ? <p className="text-muted">{how}</p> : null}
      {open && step.guard ? (
        <p className="text-sm text-muted">
          {t('desk-playbooks.not-yet', { what: t(`desk-playbooks.guard.${step.guard}`) })}
        </p>
      ) : null}
      <p className="no-print flex flex-wrap gap-1">
        {open && step.action ? (
          <Button onClick={onOpen} aria-label={`${opens}: ${title}`}>
            {opens}
          </Button>
        ) : null}
        {open ? (
          <Button kind="quiet" onClick={() => setSkipping(!skipping)} aria-expanded={skipping}>
            {t('desk-playbooks.skip')}
          </Button>
        ) : null}
        {step.state === 'skipped' ? (
          <Button kind="quiet" onClick={() => onMove({ kind: 'open', step: step.id })}>
            {t('desk-playbooks.undo-step')}
          </Button>
        ) : null}
        {first ? null : (
          <Button
            kind="quiet"
            aria-label={t('desk-playbooks.up', { step: title })}
            onClick={() => onMove({ kind: 'up', step: step.id })}
          >
            ↑
          </Button>
        )}
        {last ? null : (
          <Button
            kind="quiet"
            aria-label={t('desk-playbooks.down', { step: title })}
            onClick={() => onMove({ kind: 'down', step: step.id })}
          >
            ↓
          </Button>
        )}
      </p>
      {skipping && open ? (
        <Why
          label={t('desk-playbooks.skip-why')}
          send={t('desk-playbooks.skip')}
          why={why}
          onWhy={setWhy}
          onSend={() => onMove({ kind: 'skip', step: step.id, why })}
        />
      ) : null}
    </li>
  );
}

function Why({
  label,
  send,
  why,
  onWhy,
  onSend,
}: {
  label: string;
  send: string;
  why: string;
  onWhy: (why: string) => void;
  onSend: () => void;
}): ReactNode {
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <Field label={label} value={why} required minLength={3} onChange={(event) => onWhy(event.target.value)} />
      <p>
        <Button type="submit">{send}</Button>
      </p>
    </form>
  );
}
