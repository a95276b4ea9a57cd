import type { ReactNode } from 'react';
import type { Message } from '../../../contract/conversation.ts';
import type { RequestPage } from '../../../contract/requests.ts';
import { useT } from '../../i18n/i18n.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { AccordForm } from './accord-form.tsx';
import { BenefitForm, JustDoItForm } from './benefit-form.tsx';
import type { Prefill } from './coach/undertakings.tsx';
import { ClosingForm, WaiveForm } from './closing-form.tsx';
import { ConflictForm, DecisionForm } from './conflict.tsx';
import { AnswerForm, CorrectForm, EntryForm } from './entry-form.tsx';
import { MethodForm } from './method-change.tsx';
import { HandoverForm, TellHandoverForm } from './handover-form.tsx';
import { HeatedForm } from './heated.tsx';
import { InviteForm } from './invite-form.tsx';
import { BeginForm, CollectForm, DifficultyForm, NextStepForm, PauseForm } from './line-forms.tsx';
import { MergeForm, SplitForm } from './merge-forms.tsx';
import { OptionForm } from './option-form.tsx';
import { OutsideForm } from './outside-form.tsx';
import { PartiesForm } from './parties-form.tsx';
import { PlanForm } from '../visits/plan-form.tsx';
import { LetterForm, StartPlaybookForm } from './playbook-forms.tsx';
import { PlaceForm } from './place-form.tsx';
import { MoveForm, PromiseForm, SettleForm } from './promise-forms.tsx';
import type { Seen } from './request.ts';
import { RoomPeople } from './room-people.tsx';
import { RemindForm, ShiftForm } from './waiting.tsx';
import { RoundForm } from './round-form.tsx';
import { WaysForm } from './ways.tsx';

type Promised = RequestPage['promises'][number];
type Option = RequestPage['options'][number];

/** What a person is doing beside the page. The panel is the form; what is typed in it is kept as a draft. */
export type Act =
  | { kind: 'entry'; source?: { messageId: string; quote: string; start: number; end: number } }
  | { kind: 'answer'; entryId: string; question: string }
  | { kind: 'correct'; entryId: string; text: string }
  | { kind: 'option'; option?: Option; parents?: readonly string[] }
  | { kind: 'settle' | 'move'; promise: Promised }
  | { kind: 'promise'; prefill?: Prefill }
  | { kind: 'split'; message: Message }
  | { kind: 'remind'; promiseId: string }
  | { kind: 'letter'; runId: string; step: string }
  | {
      kind:
        | 'place'
        | 'invite'
        | 'round'
        | 'close'
        | 'waive'
        | 'sign'
        | 'parties'
        | 'next-step'
        | 'begin'
        | 'difficulty'
        | 'collect'
        | 'pause'
        | 'benefit'
        | 'room-people'
        | 'merge'
        | 'conflict'
        | 'decision'
        | 'handover'
        | 'shift'
        | 'tell-handover'
        | 'outside'
        | 'method'
        | 'heated'
        | 'sold-twice'
        | 'expectations'
        | 'playbook'
        | 'just-do-it'
        | 'visit'
        | 'reply'
        | 'table'
        | 'promises';
    };

const WIDE: ReadonlySet<Act['kind']> = new Set([
  'visit',
  'handover',
  'option',
  'close',
  'outside',
  'method',
  'sold-twice',
  'expectations',
]);

type Props = Seen & { act: Act; onClose: () => void };

export function ActPanel({ act, onClose, ...seen }: Props): ReactNode {
  const t = useT();
  // These are done on the page itself: the panel only takes people there.
  if (act.kind === 'reply' || act.kind === 'table' || act.kind === 'promises')
    return <Elsewhere kind={act.kind} onClose={onClose} />;
  return (
    <SidePanel title={t(`desk-work.act.${act.kind}`)} onClose={onClose} wide={WIDE.has(act.kind)}>
      {formOf(act, seen, async () => {
        await seen.again();
        onClose();
      })}
    </SidePanel>
  );
}

function Elsewhere({ kind, onClose }: { kind: 'reply' | 'table' | 'promises'; onClose: () => void }): ReactNode {
  const t = useT();
  return (
    <SidePanel title={t(`desk-work.act.${kind}`)} onClose={onClose}>
      <p>{t(`desk-work.elsewhere.${kind}`)}</p>
    </SidePanel>
  );
}

export type FormProps = Seen & { readonly done: () => Promise<void> };

function formOf(act: Act, seen: Seen, done: () => Promise<void>): ReactNode {
  const props: FormProps = { ...seen, done };
  switch (act.kind) {
    case 'entry':
      return <EntryForm {...props} source={act.source} />;
    case 'answer':
      return <AnswerForm {...props} entryId={act.entryId} question={act.question} />;
    case 'correct':
      return <CorrectForm {...props} entryId={act.entryId} text={act.text} />;
    case 'place':
      return <PlaceForm {...props} />;
    case 'invite':
      return <InviteForm {...props} />;
    case 'option':
      return <OptionForm {...props} option={act.option} parents={act.parents ?? []} />;
    case 'round':
      return <RoundForm {...props} />;
    case 'promise':
      return <PromiseForm {...props} prefill={act.prefill} />;
    case 'settle':
      return <SettleForm {...props} promise={act.promise} />;
    case 'move':
      return <MoveForm {...props} promise={act.promise} />;
    case 'close':
      return <ClosingForm {...props} />;
    case 'waive':
      return <WaiveForm {...props} />;
    case 'sign':
      return <AccordForm {...props} />;
    case 'parties':
      return <PartiesForm {...props} />;
    case 'next-step':
      return <NextStepForm {...props} />;
    case 'begin':
      return <BeginForm {...props} />;
    case 'difficulty':
      return <DifficultyForm {...props} />;
    case 'collect':
      return <CollectForm {...props} />;
    case 'benefit':
      return <BenefitForm {...props} />;
    case 'merge':
      return <MergeForm {...props} />;
    case 'split':
      return <SplitForm {...props} message={act.message} />;
    case 'room-people':
      return <RoomPeople {...props} />;
    case 'conflict':
      return <ConflictForm {...props} />;
    case 'decision':
      return <DecisionForm {...props} />;
    case 'remind':
      return <RemindForm {...props} promiseId={act.promiseId} />;
    case 'shift':
      return <ShiftForm {...props} />;
    case 'handover':
      return <HandoverForm {...props} />;
    case 'tell-handover':
      return <TellHandoverForm {...props} />;
    case 'outside':
      return <OutsideForm {...props} />;
    case 'playbook':
      return <StartPlaybookForm {...props} />;
    case 'letter':
      return <LetterForm {...props} runId={act.runId} step={act.step} />;
    case 'heated':
      return <HeatedForm {...props} />;
    case 'sold-twice':
      return <WaysForm {...props} situation="sold-twice" />;
    case 'expectations':
      return <WaysForm {...props} situation="left-unsaid" />;
    case 'method':
      return <MethodForm {...props} />;
    case 'just-do-it':
      return <JustDoItForm {...props} />;
    case 'visit':
      return <VisitForm {...props} />;
    case 'pause':
      return <PauseForm {...props} />;
    default:
      return null;
  }
}

function VisitForm({ page, done }: FormProps): ReactNode {
  if (!page.client) return null;
  const { id: requestId, client, contact, subject: purpose } = page;
  return <PlanForm known={{ client, requestId, contactId: contact?.id ?? null, purpose }} done={done} />;
}
