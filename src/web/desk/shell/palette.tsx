import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Header, Keyboard, Menu, MenuItem, MenuSection, Text } from 'react-aria-components/Menu';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Input, SearchField } from 'react-aria-components/SearchField';
import { useT } from '../../i18n/i18n.tsx';
import { useAllCommands } from '../../ui/commands.ts';
import { keyWords } from '../../ui/keys.ts';
import { FLOAT, ITEM } from '../../ui/light/look.ts';
import { FateGlyph } from '../../ui/marks.tsx';
import { listClients, listRequests } from '../doors.ts';
import { fits } from './fits.ts';

type Found = { id: string; label: string; mark?: ReactNode; hint?: string; keys?: string | undefined; run: () => void };

/** Every act and every place by name, and requests and clients by what is written in them. */
export function Palette({ onClose }: { onClose: () => void }): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState('');
  const { acts, places } = useActs(typed);
  const { requests, clients } = useFound(typed.trim());
  const groups: [name: 'requests' | 'clients' | 'acts' | 'places', items: Found[]][] = [
    ['acts', acts],
    ['requests', requests],
    ['clients', clients],
    ['places', places],
  ];
  const choose = (found: Found): void => {
    onClose();
    found.run();
  };
  // A search field takes the first Escape to clear itself; here it closes, as one expects of a palette.
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => open || onClose()}
      className="fixed inset-0 z-50 grid justify-items-center bg-shade p-3 pt-[10vh]"
    >
      <Modal className={`${FLOAT} h-fit w-full max-w-xl overflow-hidden`}>
        <Dialog aria-label={t('desk-shell.palette')} className="grid max-h-[70vh] outline-none">
          <div className="grid min-h-0 grid-rows-[auto_1fr]" onKeyDownCapture={leave}>
            <Autocomplete inputValue={typed} onInputChange={setTyped}>
              <SearchField autoFocus aria-label={t('desk-shell.search')} className="border-b border-line">
                <Input
                  placeholder={t('desk-shell.search')}
                  className="w-full bg-transparent px-4 py-3 text-lg outline-none [&::-webkit-search-cancel-button]:hidden"
                />
              </SearchField>
              <Menu
                aria-label={t('desk-shell.palette')}
                className="min-h-0 overflow-y-auto p-1 outline-none"
                renderEmptyState={() => <p className="px-3 py-4 text-muted">{t('shared.nothing-found')}</p>}
              >
                {groups
                  .filter(([, items]) => items.length > 0)
                  .map(([name, items]) => (
                    <MenuSection key={name}>
                      <Header className="px-2 pt-2 pb-1 text-sm text-muted">{t(`desk-shell.palette.${name}`)}</Header>
                      {items.map((found) => (
                        <MenuItem
                          key={found.id}
                          id={found.id}
                          textValue={found.label}
                          onAction={() => choose(found)}
                          className={ITEM}
                        >
                          {found.mark}
                          <Text slot="label" className="flex min-w-0 grow items-baseline gap-3">
                            <span className="grow truncate">{found.label}</span>
                            {found.hint ? <span className="shrink-0 text-sm text-muted">{found.hint}</span> : null}
                          </Text>
                          {found.keys ? (
                            <Keyboard className="font-sans text-sm text-muted">{keyWords(found.keys)}</Keyboard>
                          ) : null}
                        </MenuItem>
                      ))}
                    </MenuSection>
                  ))}
              </Menu>
            </Autocomplete>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function useActs(typed: string): { acts: Found[]; places: Found[] } {
  const all = useAllCommands().filter((c) => c.inPalette !== false && fits(c.label, typed));
  const group = (name: 'go' | 'act'): Found[] =>
    all.filter((c) => (c.group ?? 'act') === name).map((c) => ({ id: c.id, label: c.label, keys: c.keys, run: c.run }));
  return { acts: group('act'), places: group('go') };
}

/** Asked from the second letter on; what was found stays while the next answer is on its way. */
function useFound(typed: string): { requests: Found[]; clients: Found[] } {
  const navigate = useNavigate();
  const q = useDeferredValue(typed);
  const asked = { enabled: q.length > 1, placeholderData: keepPreviousData };
  const requests = useQuery({
    queryKey: ['palette', 'requests', q],
    queryFn: () => listRequests({ query: { q, phase: 'all', limit: 8 } }),
    ...asked,
  });
  const clients = useQuery({
    queryKey: ['palette', 'clients', q],
    queryFn: () => listClients({ query: { q, limit: 4 } }),
    ...asked,
  });
  if (q.length < 2) return { requests: [], clients: [] };
  return {
    requests: (requests.data?.items ?? []).map((r) => ({
      id: r.id,
      label: `${r.ref} · ${r.subject}`,
      hint: r.clientName ?? '',
      mark: <FateGlyph fate={r.fate} />,
      run: () => void navigate({ to: '/requests/$id', params: { id: r.id } }),
    })),
    clients: (clients.data?.items ?? []).map((c) => ({
      id: c.id,
      label: c.name,
      run: () => void navigate({ to: '/clients/$id', params: { id: c.id } }),
    })),
  };
}
