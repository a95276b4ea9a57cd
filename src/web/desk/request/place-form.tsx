import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import {
  AXES,
  type Axis,
  POSSIBLE_NOS,
  type PossibleNo,
  REASONABLE_NOS,
  type ReasonableNo,
} from '../../../domain/triage/words.ts';
import { fate } from '../../../domain/triage/fate.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Choice, Field } from '../../ui/light/fields.tsx';
import { FateGlyph } from '../../ui/marks.tsx';
import { listObstacles, placeRequest } from '../doors.ts';
import type { FormProps } from './act-panel.tsx';
import { Form } from './form.tsx';

/** T1: two questions, each yes, no or not yet known; a no names its kind, and “impossible” its evidence. */
export function PlaceForm({
  page,
  done,
  reasons = [],
}: Pick<FormProps, 'done'> & {
  /** What people answered to “why” lately. */
  reasons?: readonly string[];
  page: Pick<FormProps['page'], 'id' | 'version' | 'reasonable' | 'possible' | 'suggestion'>;
}): ReactNode {
  const t = useT();
  const reasonsId = useId();
  const suggested = page.suggestion;
  const [reasonable, setReasonable] = useState<Axis>(
    page.reasonable === 'unknown' ? (suggested?.reasonable ?? 'unknown') : page.reasonable,
  );
  const [possible, setPossible] = useState<Axis>(page.possible);
  const [reasonableKind, setReasonableKind] = useState<ReasonableNo>(
    (suggested?.kind as ReasonableNo | null) ?? 'outside-hours',
  );
  const [possibleKind, setPossibleKind] = useState<PossibleNo>('technical');
  const [evidence, setEvidence] = useState('');
  const [reason, setReason] = useState('');
  const { data } = useQuery({ queryKey: ['obstacles'], queryFn: () => listObstacles({}), enabled: possible === 'no' });
  const known = data?.items ?? [];
  return (
    <Form
      act={async () => {
        await placeRequest({
          params: { id: page.id },
          ifMatch: page.version,
          body: {
            reasonable,
            possible,
            reason,
            reasonableKind: reasonable === 'no' ? reasonableKind : null,
            possibleKind: possible === 'no' ? possibleKind : null,
            evidence: possible === 'no' ? evidence : null,
            clause: suggested?.clause ?? null,
          },
        });
        await done();
      }}
      send={t('desk-work.place')}
    >
      <p className="flex items-center gap-3">
        <FateGlyph fate={fate(reasonable, possible)} size={40} />
        {t(`shared.fate.${fate(reasonable, possible)}`)}
      </p>
      {suggested && typeof suggested.data.words === 'string' ? (
        <p className="text-muted">{suggested.data.words}</p>
      ) : null}
      <Choice
        label={t('desk-work.reasonable')}
        value={reasonable}
        onChange={(event) => setReasonable(event.target.value as Axis)}
      >
        {AXES.map((a) => (
          <option key={a} value={a}>
            {t(`shared.axis.${a}`)}
          </option>
        ))}
      </Choice>
      {reasonable === 'no' ? (
        <Choice
          label={t('desk-work.why-unreasonable')}
          value={reasonableKind}
          onChange={(event) => setReasonableKind(event.target.value as ReasonableNo)}
        >
          {REASONABLE_NOS.map((k) => (
            <option key={k} value={k}>
              {t(`desk-work.no.${k}`)}
            </option>
          ))}
        </Choice>
      ) : null}
      <Choice
        label={t('desk-work.possible')}
        value={possible}
        onChange={(event) => setPossible(event.target.value as Axis)}
      >
        {AXES.map((a) => (
          <option key={a} value={a}>
            {t(`shared.axis.${a}`)}
          </option>
        ))}
      </Choice>
      {possible === 'no' ? (
        <>
          <Choice
            label={t('desk-work.why-impossible')}
            value={possibleKind}
            onChange={(event) => setPossibleKind(event.target.value as PossibleNo)}
          >
            {POSSIBLE_NOS.map((k) => (
              <option key={k} value={k}>
                {t(`desk-work.no.${k}`)}
              </option>
            ))}
          </Choice>
          {known.length > 0 ? (
            <Choice
              label={t('desk-table.known-obstacle')}
              value={known.find((o) => o.text === evidence)?.id ?? ''}
              onChange={(event) => {
                const found = known.find((o) => o.id === event.target.value);
                setEvidence(found?.text ?? '');
                if (found) setPossibleKind(found.kind);
              }}
            >
              <option value="">{t('desk-table.new-obstacle')}</option>
              {known.map((o) => (
                <option key={o.id} value={o.id}>
                  {o.text}
                </option>
              ))}
            </Choice>
          ) : null}
          <Field
            label={t('desk-work.evidence')}
            value={evidence}
            required
            onChange={(event) => setEvidence(event.target.value)}
          />
        </>
      ) : null}
      <Field
        label={t('desk-work.reason')}
        value={reason}
        required
        minLength={3}
        list={reasonsId}
        onChange={(event) => setReason(event.target.value)}
      />
      <datalist id={reasonsId}>
        {reasons.map((words) => (
          <option key={words} value={words} />
        ))}
      </datalist>
    </Form>
  );
}
