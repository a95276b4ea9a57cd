import { type ReactNode, useState } from 'react';
import type { RoomPage } from '../../contract/room.ts';
import { STANCE_KINDS, type StanceKind } from '../../domain/negotiation/words.ts';
import { useT } from '../i18n/i18n.tsx';
import { Button } from '../ui/light/button.tsx';
import { Field } from '../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../ui/light/notice.tsx';
import { useAction } from '../ui/light/use-action.ts';
import { useDraft } from '../ui/light/use-draft.ts';
import { takeStance } from './doors.ts';
import type { Seen } from './section.tsx';

type Option = RoomPage['options'][number];
const ASK = {
  'works-if': 'room.if-words',
  'does-not-work': 'room.why-not',
  'need-others': 'room.who-needed',
} as const satisfies Record<Exclude<StanceKind, 'works'>, string>;

/** works for me · would work if … · does not work because … – on the wording that is shown, and no other. */
export function Stances({ option, page, reload }: Seen & { option: Option }): ReactNode {
  const t = useT();
  const current = option.stances.filter((s) => !s.void && s.hash === option.hash);
  const own = current.filter((s) => s.side === 'theirs');
  const ours = current.filter((s) => s.side === 'ours');
  const voided = option.stances.some((s) => s.void && s.side === 'theirs') && own.length === 0;
  const may = page.me.may !== 'see' && option.state === 'on-the-table' && !page.choosing && page.phase !== 'closed';
  return (
    <div className="grid gap-2 border-t border-line pt-3">
      {voided ? <Notice tone="warn">{t('room.answer-void')}</Notice> : null}
      <Said title={t('room.your-answer')} stances={own} />
      <Said title={t('room.our-answer')} stances={ours} />
      {may ? <GiveStance key={option.hash} option={option} page={page} reload={reload} /> : null}
    </div>
  );
}

function Said({ title, stances }: { title: string; stances: Option['stances'] }): ReactNode {
  const t = useT();
  return (
    <div>
      <p className="text-muted">{title}</p>
      {stances.length === 0 ? <p>{t('room.no-answer')}</p> : null}
      {stances.map((s) => (
        <p key={s.id}>
          {t(`shared.stance.${s.kind}`)} {s.words ? `“${s.words}”` : ''} <span className="text-muted">{s.byName}</span>
        </p>
      ))}
    </div>
  );
}

function GiveStance({ option, page, reload }: Seen & { option: Option }): ReactNode {
  const t = useT();
  const [kind, setKind] = useState<StanceKind | null>(null);
  const [words, setWords, wordsDone] = useDraft(`stance:${option.id}`);
  const [wouldWork, setWouldWork, wouldDone] = useDraft(`would:${option.id}`);
  const give = useAction(async (chosen: StanceKind) => {
    const said = chosen === 'works' ? {} : { words, ...(chosen === 'does-not-work' ? { wouldWork } : {}) };
    await takeStance({
      params: { id: page.id, optionId: option.id },
      body: { hash: option.hash, kind: chosen, words: null, wouldWork: null, ...said },
    });
    wordsDone();
    wouldDone();
    setKind(null);
    await reload();
  });
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (kind) void give.run(kind);
      }}
    >
      <div className="grid gap-2" role="group" aria-label={t('room.your-answer')}>
        {STANCE_KINDS.map((k) => (
          <Button
            key={k}
            aria-pressed={kind === k}
            kind={kind === k ? 'primary' : 'plain'}
            busy={give.busy}
            onClick={() => (k === 'works' ? void give.run('works') : setKind(k))}
          >
            {t(`shared.stance.${k}`)}
          </Button>
        ))}
      </div>
      {kind && kind !== 'works' ? (
        <>
          <Field
            label={t(ASK[kind])}
            value={words}
            required
            maxLength={2_000}
            onChange={(event) => setWords(event.target.value)}
          />
          {kind === 'does-not-work' ? (
            <Field
              label={t('room.would-work')}
              value={wouldWork}
              required
              maxLength={2_000}
              onChange={(event) => setWouldWork(event.target.value)}
            />
          ) : null}
          <p>
            <Button type="submit" kind="primary" busy={give.busy}>
              {t('room.give-answer')}
            </Button>
          </p>
        </>
      ) : null}
      <ProblemNotice problem={give.problem} />
    </form>
  );
}
