import { type ReactNode, useState } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { Button } from '../ui/light/button.tsx';
import { Area, Field } from '../ui/light/fields.tsx';
import { ProblemNotice } from '../ui/light/notice.tsx';
import { useAction } from '../ui/light/use-action.ts';
import { useDraft } from '../ui/light/use-draft.ts';
import { sendClaims } from './doors.ts';
import { Section, type Seen } from './section.tsx';
import { type Uploaded, uploadFile } from './upload.ts';

/** S1: facts only – what happened, when, what was expected, what it means, what shows it. */
export function Claims({ page, reload }: Seen): ReactNode {
  const t = useT();
  const [happened, setHappened, done1] = useDraft(`claim-happened:${page.id}`);
  const [happenedAt, setHappenedAt, done2] = useDraft(`claim-when:${page.id}`);
  const [expected, setExpected, done3] = useDraft(`claim-expected:${page.id}`);
  const [effect, setEffect, done4] = useDraft(`claim-effect:${page.id}`);
  const [evidence, setEvidence, done5] = useDraft(`claim-evidence:${page.id}`);
  const [files, setFiles] = useState<readonly Uploaded[]>([]);
  const upload = useAction(async (chosen: readonly File[]) => {
    for (const file of chosen) {
      const one = await uploadFile(file);
      setFiles((before) => [...before, one]);
    }
  });
  const send = useAction(async () => {
    const facts = { happened, happenedAt, expected, effect, evidence };
    await sendClaims({ params: { id: page.id }, body: { ...facts, uploadIds: files.map((f) => f.id) } });
    for (const done of [done1, done2, done3, done4, done5]) done();
    setFiles([]);
    await reload();
  });
  if (!page.claimForm || page.me.may === 'see') return null;
  return (
    <Section title={t('room-situations.claims')}>
      <p className="text-muted">{t('room-situations.claims-hint')}</p>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void send.run();
        }}
      >
        <Area
          label={t('room-situations.claim.happened')}
          value={happened}
          required
          maxLength={5_000}
          onChange={(event) => setHappened(event.target.value)}
        />
        <Field
          label={t('room-situations.claim.when')}
          value={happenedAt}
          required
          maxLength={500}
          onChange={(event) => setHappenedAt(event.target.value)}
        />
        <Area
          label={t('room-situations.claim.expected')}
          value={expected}
          required
          maxLength={5_000}
          onChange={(event) => setExpected(event.target.value)}
        />
        <Area
          label={t('room-situations.claim.effect')}
          value={effect}
          required
          maxLength={5_000}
          onChange={(event) => setEffect(event.target.value)}
        />
        <Area
          label={t('room-situations.claim.evidence')}
          value={evidence}
          maxLength={5_000}
          onChange={(event) => setEvidence(event.target.value)}
        />
        <Field
          label={t('room-situations.claim.files')}
          type="file"
          multiple
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])];
            event.target.value = '';
            void upload.run(chosen);
          }}
        />
        {files.length > 0 ? (
          <ul className="grid gap-1">
            {files.map((f) => (
              <li key={f.id} className="flex flex-wrap items-center gap-2">
                <span className="wrap-anywhere">{f.name}</span>
                <Button
                  kind="quiet"
                  aria-label={t('room-situations.claim.remove-file', { name: f.name })}
                  onClick={() => setFiles(files.filter((x) => x.id !== f.id))}
                >
                  ✕
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
        <ProblemNotice problem={upload.problem ?? send.problem} />
        <p>
          <Button type="submit" kind="primary" busy={send.busy || upload.busy}>
            {t('room-situations.claim.send')}
          </Button>
        </p>
      </form>
    </Section>
  );
}
