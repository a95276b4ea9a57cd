import { useT } from '../../i18n/i18n.tsx';
import { type Command, useCommands } from '../../ui/commands.ts';
import type { MenuEntry } from '../../ui/menu-button.tsx';
import { watchRequest } from '../doors.ts';
import { useMe } from '../session/me.ts';
import type { Act } from './act-panel.tsx';
import type { Compose } from './composer.tsx';
import { actOf } from './moves.ts';
import type { Seen } from './request.ts';
import { selectedWords } from './selection.ts';

type Props = Seen & { onAct: (act: Act) => void; onCompose: (kind: Compose) => void };

/**
 * Everything that can be done with a request, for the palette, the keys and the menu beside the one next step. The method guides: what
 * the core does not find useful now is still there, only not first.
 */
export function useActs({ page, again, onAct, onCompose }: Props): readonly MenuEntry[] {
  const t = useT();
  const open = page.phase !== 'closed';
  const toLedger = (): void => {
    const source = selectedWords(page.messages);
    onAct(source ? { kind: 'entry', source } : { kind: 'entry' });
  };
  const keyed: (Command & { keys: string })[] = [
    { id: 'act-reply', label: t('desk-work.compose.reply'), keys: 'r', run: () => onCompose('reply') },
    { id: 'act-note', label: t('desk-work.compose.note'), keys: 'n', run: () => onCompose('note') },
    { id: 'act-entry', label: t('desk-work.act.entry'), keys: 'l', run: toLedger },
    { id: 'act-place', label: t('desk-work.act.place'), keys: 't', run: () => onAct({ kind: 'place' }) },
    { id: 'act-option', label: t('desk-work.act.option'), keys: 'o', run: () => onAct({ kind: 'option' }) },
    { id: 'act-promise', label: t('desk-work.act.promise'), keys: 'p', run: () => onAct({ kind: 'promise' }) },
    { id: 'act-close', label: t('desk-work.act.close'), keys: 'c', run: () => onAct({ kind: 'close' }) },
  ];
  const taken = new Set(['entry', 'place', 'option', 'promise', 'close', 'reply', 'table', 'promises']);
  const others: Command[] = [];
  for (const code of page.moves.allowed) {
    const act = actOf(code);
    if (!act || taken.has(act.kind)) continue;
    taken.add(act.kind);
    others.push({ id: `act-${act.kind}`, label: t(`desk-work.move.${code as 'reply'}`), run: () => onAct(act) });
  }
  const plain = (['next-step', 'parties'] as const).map((kind): Command => {
    return { id: `act-${kind}`, label: t(`desk-work.act.${kind}`), run: () => onAct({ kind }) };
  });
  const watch: Command = {
    id: 'act-watch',
    label: t(page.watched ? 'desk-list.unwatch' : 'desk-list.watch'),
    run: () => void watchRequest({ params: { id: page.id }, body: { on: !page.watched } }).then(again, again),
  };
  const merge: Command = { id: 'act-merge', label: t('desk-work.act.merge'), run: () => onAct({ kind: 'merge' }) };
  const mayMerge = useMe().member.role !== 'agent' && page.client !== null;
  const all = open ? [...keyed, ...others, ...plain, ...(mayMerge ? [merge] : []), watch] : [watch];
  useCommands(all);
  return all.map(({ id, label, keys, run }) => ({ id, label, keys, run }));
}
