import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { Icon } from './icon.tsx';
import { Button } from './light/button.tsx';
import { FLOAT } from './light/look.ts';

type Props = { title: string; onClose: () => void; children: ReactNode; wide?: boolean };

/**
 * Work beside the page, which stays in sight and in use. Takes the focus when it opens and gives it back; Escape closes it; on
 * a phone it fills the screen. Rendered = open.
 */
export function SidePanel({ title, onClose, children, wide = false }: Props): ReactNode {
  const t = useT();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <div
      role="dialog"
      aria-labelledby={id}
      data-panel=""
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
      className={`no-print fixed inset-y-0 right-0 z-40 grid w-full grid-rows-[auto_1fr] rounded-none ${FLOAT} ${wide ? 'sm:w-160' : 'sm:w-110'} sm:max-w-[92vw]`}
    >
      <header className="flex items-center justify-between gap-3 border-b border-line px-4 py-2">
        <h2 id={id} ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
          {title}
        </h2>
        <Button kind="quiet" className="px-2" aria-label={t('shared.close')} onClick={onClose}>
          <Icon name="close" />
        </Button>
      </header>
      <div className="min-h-0 overflow-y-auto p-4">{children}</div>
    </div>
  );
}
