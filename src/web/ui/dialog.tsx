import type { ReactNode } from 'react';
import { Dialog as Base, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useT } from '../i18n/i18n.tsx';
import { Icon } from './icon.tsx';
import { Button } from './light/button.tsx';
import { FLOAT } from './light/look.ts';

type Props = {
  title: string;
  onClose: () => void;
  children: ReactNode;
  wide?: boolean;
  /** False where leaving needs an answer (signed out while typing). */
  dismissable?: boolean;
};

/** For what must be answered now. Where the page may stay in sight, use `SidePanel`. Rendered = open. */
export function Dialog({ title, onClose, children, wide = false, dismissable = true }: Props): ReactNode {
  const t = useT();
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => open || onClose()}
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!dismissable}
      className="fixed inset-0 z-50 grid justify-items-center overflow-y-auto bg-shade p-3 pt-[8vh]"
    >
      <Modal className={`${FLOAT} h-fit w-full ${wide ? 'max-w-3xl' : 'max-w-lg'}`}>
        <Base className="grid gap-4 p-4 outline-none">
          <div className="flex items-start justify-between gap-3">
            <Heading slot="title" className="text-lg font-semibold">
              {title}
            </Heading>
            {dismissable ? (
              <Button kind="quiet" className="-m-1 px-2" aria-label={t('shared.close')} onClick={onClose}>
                <Icon name="close" />
              </Button>
            ) : null}
          </div>
          {children}
        </Base>
      </Modal>
    </ModalOverlay>
  );
}
