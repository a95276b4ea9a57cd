import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { type Command, setSingleKeys, singleKeys, useAllCommands } from '../../ui/commands.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { keyWords } from '../../ui/keys.ts';
import { Tick } from '../../ui/light/fields.tsx';

/** The keys that work here and now: the list is what is registered, so it never lies. */
export function KeyList({ onClose }: { onClose: () => void }): ReactNode {
  const t = useT();
  const [single, setSingle] = useState(singleKeys);
  const withKeys = useAllCommands().filter((c): c is Command & { keys: string } => c.keys !== undefined);
  return (
    <Dialog title={t('desk-shell.keys')} onClose={onClose}>
      <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
        {withKeys.map((c) => (
          <div key={c.id} className="flex items-baseline justify-between gap-3">
            <dt>{c.label}</dt>
            <dd>
              <kbd className="rounded-sm border border-line bg-panel px-1.5 py-0.5 font-sans text-sm whitespace-nowrap">
                {keyWords(c.keys)}
              </kbd>
            </dd>
          </div>
        ))}
      </dl>
      <Tick
        label={t('desk-shell.single-keys')}
        checked={single}
        onChange={(event) => {
          setSingleKeys(event.target.checked);
          setSingle(event.target.checked);
        }}
      />
    </Dialog>
  );
}
