import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { DateTimeField } from '../../ui/light/date-time-field.tsx';
import { Form } from '../request/form.tsx';
import { useAgain } from '../request/request.ts';
import { setAbsence } from './doors.ts';
import { Colleague } from './colleague.tsx';

/** Away from–to, and who stands in meanwhile. */
export function AwayForm({ id }: { id: string }): ReactNode {
  const t = useT();
  const again = useAgain();
  const [from, setFrom] = useState<string | null>(() => new Date().toISOString());
  const [until, setUntil] = useState<string | null>(null);
  const [substituteId, setSubstitute] = useState('');
  return (
    <Form
      send={t('desk-absence.set')}
      act={async () => {
        await setAbsence({ params: { id }, body: { from: from ?? '', until: until ?? '', substituteId } });
        await again();
      }}
    >
      <p className="text-muted">{t('desk-absence.is-here')}</p>
      <div className="grid gap-3 sm:grid-cols-3">
        <DateTimeField label={t('desk-absence.from')} value={from} required onChange={setFrom} />
        <DateTimeField label={t('desk-absence.until')} value={until} required onChange={setUntil} />
        <Colleague label={t('desk-absence.substitute')} not={id} value={substituteId} onChange={setSubstitute} />
      </div>
      <p className="text-muted">{t('desk-absence.substitute-hint')}</p>
    </Form>
  );
}
