import { type ReactNode, useState } from 'react';
import type { OwnPlaybook } from '../../../contract/playbooks.ts';
import type { PlaybookCode } from '../../../domain/playbooks/playbooks.ts';
import { ACTIONS, type Action } from '../../../domain/playbooks/words.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Area, Choice, Field } from '../../ui/light/fields.tsx';
import { changePlaybook, writePlaybook } from '../doors.ts';
import { Form } from '../request/form.tsx';

type Step = OwnPlaybook['steps'][number];
export type Draft = {
  readonly id?: string;
  readonly version?: number;
  readonly name: string;
  readonly when: string;
  readonly copiedFrom: PlaybookCode | null;
  readonly steps: readonly Step[];
};

/** A team's own playbook: its steps in its own words and order. What already runs on requests stays as it was begun. */
export function EditForm({ draft, done }: { draft: Draft; done: () => Promise<void> }): ReactNode {
  const t = useT();
  const [name, setName] = useState(draft.name);
  const [when, setWhen] = useState(draft.when);
  const [steps, setSteps] = useState<readonly Step[]>(draft.steps);
  const swap = (i: number, j: number): void => {
    const [one, other] = [steps[i], steps[j]];
    if (one && other) setSteps(steps.with(i, other).with(j, one));
  };
  return (
    <Form
      act={async () => {
        const body = { name, when, steps: [...steps] };
        if (draft.id) await changePlaybook({ params: { id: draft.id }, ifMatch: draft.version ?? 0, body });
        else await writePlaybook({ body: { ...body, copiedFrom: draft.copiedFrom } });
        await done();
      }}
    >
      <Field
        label={t('desk-playbooks.field-name')}
        value={name}
        required
        maxLength={200}
        onChange={(event) => setName(event.target.value)}
      />
      <Area
        label={t('desk-playbooks.field-when')}
        value={when}
        rows={2}
        maxLength={1_000}
        onChange={(event) => setWhen(event.target.value)}
      />
      <h3 className="font-medium">{t('desk-playbooks.steps')}</h3>
      <ol className="grid gap-3">
        {steps.map((step, i) => (
          <li key={i} className="rounded-md border border-line p-3">
            <StepFields
              step={step}
              n={i + 1}
              last={i === steps.length - 1}
              onChange={(next) => setSteps(steps.with(i, next))}
              onUp={() => swap(i, i - 1)}
              onDown={() => swap(i, i + 1)}
              onRemove={steps.length > 1 ? () => setSteps(steps.filter((_, j) => j !== i)) : undefined}
            />
          </li>
        ))}
      </ol>
      <p>
        <Button onClick={() => setSteps([...steps, { title: '', how: '', action: null, letter: '' }])}>
          {t('desk-playbooks.add-step')}
        </Button>
      </p>
    </Form>
  );
}

function StepFields({
  step,
  n,
  last,
  onChange,
  onUp,
  onDown,
  onRemove,
}: {
  step: Step;
  n: number;
  last: boolean;
  onChange: (step: Step) => void;
  onUp: () => void;
  onDown: () => void;
  onRemove: (() => void) | undefined;
}): ReactNode {
  const t = useT();
  const called = step.title || String(n);
  return (
    <div className="grid gap-2">
      <Field
        label={`${t('desk-playbooks.field-step')} ${n}`}
        value={step.title}
        required
        maxLength={500}
        onChange={(event) => onChange({ ...step, title: event.target.value })}
      />
      <Field
        label={t('desk-playbooks.field-how')}
        value={step.how}
        maxLength={1_000}
        onChange={(event) => onChange({ ...step, how: event.target.value })}
      />
      <Choice
        label={t('desk-playbooks.field-action')}
        value={step.action ?? ''}
        onChange={(event) => onChange({ ...step, action: (event.target.value || null) as Action | null })}
      >
        <option value="">{t('desk-playbooks.none')}</option>
        {ACTIONS.map((a) => (
          <option key={a} value={a}>
            {a === 'letter' ? t('desk-playbooks.write') : t(`desk-work.act.${a}`)}
          </option>
        ))}
      </Choice>
      {step.action === 'letter' ? (
        <Area
          label={t('desk-playbooks.field-letter')}
          value={step.letter}
          required
          maxLength={5_000}
          onChange={(event) => onChange({ ...step, letter: event.target.value })}
        />
      ) : null}
      <p className="flex flex-wrap gap-1">
        {n > 1 ? (
          <Button kind="quiet" aria-label={t('desk-playbooks.up', { step: called })} onClick={onUp}>
            ↑
          </Button>
        ) : null}
        {last ? null : (
          <Button kind="quiet" aria-label={t('desk-playbooks.down', { step: called })} onClick={onDown}>
            ↓
          </Button>
        )}
        {onRemove ? (
          <Button kind="quiet" onClick={onRemove}>
            {t('desk-playbooks.remove-step', { n })}
          </Button>
        ) : null}
      </p>
    </div>
  );
}
