import { type ReactNode, useCallback, useState } from 'react';
import type { OptionTerms } from '../../../contract/negotiation.ts';
import type { RequestPage } from '../../../contract/requests.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { DateTimeField } from '../../ui/light/date-time-field.tsx';
import { Area, Choice, Field, Tick } from '../../ui/light/fields.tsx';
import { draftOption, editOption } from '../doors.ts';
import type { FormProps } from './act-panel.tsx';
import type { Anyway } from './anyway.tsx';
import { Form } from './form.tsx';
import { SuggestedDate } from './suggested-date.tsx';

type Option = RequestPage['options'][number];
type Cost = OptionTerms['costs'][number];
type Todo = OptionTerms['weDo'][number];
type Written = { title: string; terms: OptionTerms } & Anyway;
const CONDITIONS = ['tax', 'optional-plan', 'restocking', 'return', 'other'] as const;

/** T8, L5: everything an option says – all costs, also the ones that arise only in some case; a date or why there is none; who does what. */
export function OptionForm({
  page,
  done,
  option,
  parents,
  ready,
  save,
  children,
}: FormProps & {
  option?: Option | undefined;
  parents: readonly string[];
  /** Words to begin with, and where they go instead of an option of their own. */
  ready?: { title: string; terms: OptionTerms } | undefined;
  save?: (written: Written) => Promise<void>;
  children?: ReactNode;
}): ReactNode {
  const t = useT();
  const before = option?.terms ?? ready?.terms;
  const [title, setTitle] = useState(option?.title ?? ready?.title ?? '');
  const [text, setText] = useState(before?.text ?? '');
  const [costs, setCosts] = useState<Cost[]>(before?.costs ?? []);
  const [date, setDate] = useState<OptionTerms['date'] | null>(
    before && before.date.kind !== 'none' ? before.date : null,
  );
  const at = date?.kind === 'by-hand' ? date.at : date?.kind === 'forecast' ? date.p90 : null;
  const [noDate, setNoDate] = useState(before?.date.kind === 'none' ? before.date.why : '');
  const [hours, setHours] = useState(String(before?.effortHours ?? ''));
  const [weDo, setWeDo] = useState<Todo[]>(before?.weDo.length ? before.weDo : [{ text: '' }]);
  const [youDo, setYouDo] = useState<Todo[]>(before?.youDo ?? []);
  const [changedWhy, setChangedWhy] = useState('');
  const [meets, setMeets] = useState<string[]>(before?.meets ?? []);
  const take = useCallback(
    (d: { nineOfTen: string; half: string }) => setDate({ kind: 'forecast', p50: d.half, p90: d.nineOfTen }),
    [],
  );
  const interests = page.entries.filter(
    (e) => (e.kind === 'interest' || e.kind === 'condition') && e.state === 'standing',
  );
  const terms: OptionTerms = {
    text,
    costs,
    date: date ?? { kind: 'none', why: noDate || '–' },
    effortHours: Number(hours) || 0,
    ...(before?.place ? { place: before.place } : {}),
    ...(before?.channel ? { channel: before.channel } : {}),
    ...(before?.products ? { products: before.products } : {}),
    scopeIn: before?.scopeIn ?? [],
    scopeOut: before?.scopeOut ?? [],
    assumptions: before?.assumptions ?? [],
    weDo: weDo.filter((u) => u.text.trim() !== ''),
    youDo: youDo.filter((u) => u.text.trim() !== ''),
    meets,
    misses: before?.misses ?? [],
  };
  return (
    <Form
      act={async (anyway) => {
        const words = { title, terms, changedWhy: changedWhy.trim() || null, ...anyway };
        if (save) await save({ title, terms, ...anyway });
        else if (option)
          await editOption({ params: { id: page.id, optionId: option.id }, ifMatch: option.hash, body: words });
        else await draftOption({ params: { id: page.id }, body: { ...words, parents: [...parents] } });
        await done();
      }}
    >
      {children}
      <Field
        label={t('desk-work.option-title')}
        value={title}
        required
        onChange={(event) => setTitle(event.target.value)}
      />
      <Area
        label={t('desk-work.option-text')}
        value={text}
        required
        onChange={(event) => setText(event.target.value)}
      />
      <fieldset className="grid gap-2">
        <legend className="font-medium">{t('desk-work.costs')}</legend>
        {costs.map((cost, i) => (
          <CostRow
            key={i}
            cost={cost}
            onChange={(next) => setCosts(costs.map((c, j) => (j === i ? next : c)))}
            onRemove={() => setCosts(costs.filter((_, j) => j !== i))}
          />
        ))}
        <p>
          <Button onClick={() => setCosts([...costs, { label: '', minor: 0, currency: 'EUR' }])}>
            {t('desk-work.add-cost')}
          </Button>
        </p>
      </fieldset>
      <DateTimeField
        label={t('desk-work.option-date')}
        value={at}
        onChange={(by) => setDate(by ? { kind: 'by-hand', at: by } : null)}
      />
      <SuggestedDate requestId={page.id} due={at} onTake={take} />
      {at ? null : (
        <Field
          label={t('desk-work.no-date-why')}
          value={noDate}
          required
          onChange={(event) => setNoDate(event.target.value)}
        />
      )}
      <Field
        label={t('desk-work.effort')}
        type="number"
        min={0}
        step="0.25"
        value={hours}
        onChange={(event) => setHours(event.target.value)}
      />
      <Todos label={t('desk-work.we-do')} add={t('desk-work.add-we-do')} todos={weDo} onChange={setWeDo} />
      <Todos label={t('desk-work.they-do')} add={t('desk-work.add-they-do')} todos={youDo} onChange={setYouDo} />
      {interests.length > 0 ? (
        <fieldset className="grid gap-1">
          <legend className="font-medium">{t('desk-work.meets')}</legend>
          {interests.map((e) => (
            <Tick
              key={e.id}
              label={`“${e.text}”`}
              checked={meets.includes(e.id)}
              onChange={(event) => setMeets(event.target.checked ? [...meets, e.id] : meets.filter((m) => m !== e.id))}
            />
          ))}
        </fieldset>
      ) : null}
      {option ? (
        <Field
          label={t('desk-work.changed-why')}
          value={changedWhy}
          onChange={(event) => setChangedWhy(event.target.value)}
        />
      ) : null}
    </Form>
  );
}

function CostRow({
  cost,
  onChange,
  onRemove,
}: {
  cost: Cost;
  onChange: (cost: Cost) => void;
  onRemove: () => void;
}): ReactNode {
  const t = useT();
  return (
    <div className="grid gap-2 rounded-md border border-line p-2">
      <Field
        label={t('desk-work.cost-label')}
        value={cost.label}
        required
        onChange={(event) => onChange({ ...cost, label: event.target.value })}
      />
      <div className="grid grid-cols-2 gap-2">
        <Field
          label={t('desk-work.amount')}
          type="number"
          min={0}
          step="0.01"
          value={String(cost.minor / 100)}
          onChange={(event) => onChange({ ...cost, minor: Math.round(Number(event.target.value) * 100) })}
        />
        <Field
          label={t('desk-work.currency')}
          value={cost.currency}
          required
          minLength={3}
          maxLength={3}
          onChange={(event) => onChange({ ...cost, currency: event.target.value.toUpperCase() })}
        />
      </div>
      <Choice
        label={t('desk-work.cost-when')}
        value={cost.conditional ?? ''}
        onChange={(event) => {
          const { conditional: _old, ...rest } = cost;
          onChange(
            event.target.value ? { ...rest, conditional: event.target.value as (typeof CONDITIONS)[number] } : rest,
          );
        }}
      >
        <option value="">{t('desk-work.cost-always')}</option>
        {CONDITIONS.map((c) => (
          <option key={c} value={c}>
            {t(`shared.cost.${c}`)}
          </option>
        ))}
      </Choice>
      {cost.conditional ? (
        <Field
          label={t('desk-work.cost-case')}
          value={cost.when ?? ''}
          required
          onChange={(event) => onChange({ ...cost, when: event.target.value })}
        />
      ) : null}
      <p>
        <Button kind="quiet" onClick={onRemove}>
          {t('desk-work.remove')}
        </Button>
      </p>
    </div>
  );
}

function Todos({
  label,
  add,
  todos,
  onChange,
}: {
  label: string;
  add: string;
  todos: readonly Todo[];
  onChange: (todos: Todo[]) => void;
}): ReactNode {
  const t = useT();
  const change = (i: number, next: Todo): void => onChange(todos.map((u, j) => (j === i ? next : u)));
  return (
    <fieldset className="grid gap-2">
      <legend className="font-medium">{label}</legend>
      {todos.map((todo, i) => (
        <div key={i} className="grid gap-2 rounded-md border border-line p-2">
          <Field
            label={t('desk-work.todo')}
            value={todo.text}
            onChange={(event) => change(i, { ...todo, text: event.target.value })}
          />
          <DateTimeField
            label={t('desk-work.todo-due')}
            value={todo.due ?? null}
            onChange={(due) => {
              const { due: _old, ...rest } = todo;
              change(i, due ? { ...rest, due } : rest);
            }}
          />
          <Field
            label={t('desk-work.todo-hours')}
            type="number"
            min={0}
            step="0.25"
            value={String(todo.hours ?? '')}
            onChange={(event) => {
              const { hours: _old, ...rest } = todo;
              change(i, event.target.value ? { ...rest, hours: Number(event.target.value) } : rest);
            }}
          />
        </div>
      ))}
      <p>
        <Button onClick={() => onChange([...todos, { text: '' }])}>{add}</Button>
      </p>
    </fieldset>
  );
}
