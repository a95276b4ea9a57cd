import { type ReactNode, useState } from 'react';
import { fate } from '../../domain/triage/fate.ts';
import { AXES, type Axis } from '../../domain/triage/words.ts';
import { useT } from '../i18n/i18n.tsx';
import { Button } from '../ui/light/button.tsx';
import { Field } from '../ui/light/fields.tsx';
import { ProblemNotice } from '../ui/light/notice.tsx';
import { useAction } from '../ui/light/use-action.ts';
import { FateGlyph } from '../ui/marks.tsx';
import { placeByClient } from './doors.ts';
import { Section, type Seen } from './section.tsx';

/** T19: the client places the request themselves. */
export function OwnPlacement({ page, reload }: Seen): ReactNode {
  const t = useT();
  const before = page.theirPlacement;
  const [reasonable, setReasonable] = useState<Axis>(before?.reasonable ?? 'unknown');
  const [possible, setPossible] = useState<Axis>(before?.possible ?? 'unknown');
  const [reason, setReason] = useState(before?.reason ?? '');
  const say = useAction(async () => {
    await placeByClient({ params: { id: page.id }, body: { reasonable, possible, reason } });
    await reload();
  });
  if (page.phase === 'closed' || page.me.may === 'see') return null;
  return (
    <Section title={t('room.see-it')}>
      <p className="text-muted">{t('room.see-it-hint')}</p>
      {before ? (
        <p className="flex flex-wrap items-center gap-2">
          <FateGlyph fate={before.fate} size={20} /> {t('room.placed', { fate: t(`shared.fate.${before.fate}`) })}
        </p>
      ) : null}
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void say.run();
        }}
      >
        <div className="flex flex-wrap items-start gap-6">
          <AxisChoice name="reasonable" value={reasonable} onChange={setReasonable} />
          <AxisChoice name="possible" value={possible} onChange={setPossible} />
          <FateGlyph fate={fate(reasonable, possible)} size={56} />
        </div>
        <Field
          label={t('room.your-reason')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
        <ProblemNotice problem={say.problem} />
        <p>
          <Button type="submit" busy={say.busy}>
            {t('room.place')}
          </Button>
        </p>
      </form>
    </Section>
  );
}

function AxisChoice({
  name,
  value,
  onChange,
}: {
  name: 'reasonable' | 'possible';
  value: Axis;
  onChange: (axis: Axis) => void;
}): ReactNode {
  const t = useT();
  return (
    <fieldset className="grid gap-1">
      <legend className="font-medium">{t(`room.${name}`)}</legend>
      {AXES.map((axis) => (
        <label key={axis} className="flex min-h-8 items-center gap-2">
          <input
            type="radio"
            name={name}
            value={axis}
            checked={value === axis}
            onChange={() => onChange(axis)}
            className="size-4 accent-(--accent)"
          />
          {t(`shared.axis.${axis}`)}
        </label>
      ))}
    </fieldset>
  );
}
