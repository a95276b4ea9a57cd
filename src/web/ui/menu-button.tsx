import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Header, Keyboard, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Text } from 'react-aria-components/Menu';
import { keyWords } from './keys.ts';
import { Icon, type IconName } from './icon.tsx';
import { FLOAT, ITEM, type Kind, buttonLook } from './light/look.ts';

export type MenuEntry = {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
  readonly keys?: string | undefined;
  readonly mark?: ReactNode;
  readonly hint?: string | undefined;
  readonly danger?: boolean;
  readonly disabled?: boolean;
};

type Group = { readonly id: string; readonly label: string; readonly items: readonly MenuEntry[] };

type Props = { label: string; kind?: Kind; icon?: IconName; showLabel?: boolean } & (
  { items: readonly MenuEntry[]; groups?: never } | { groups: readonly Group[]; items?: never }
);

/** A button that opens a list of acts: the rest beside the one next step. */
export function MenuButton({ label, items, groups, kind = 'quiet', icon, showLabel = !icon }: Props): ReactNode {
  return (
    <MenuTrigger>
      <Button className={`${buttonLook(kind)} ${showLabel ? '' : 'px-2'}`} aria-label={showLabel ? undefined : label}>
        {icon ? <Icon name={icon} /> : null}
        {showLabel ? label : null}
        {showLabel ? <Icon name="down" /> : null}
      </Button>
      <Popover className={`${FLOAT} max-w-80 min-w-48 overflow-auto p-1`} placement="bottom end">
        <Menu aria-label={label} className="outline-none">
          {items?.map((item) => (
            <Entry key={item.id} item={item} />
          ))}
          {groups?.map((group) => (
            <MenuSection key={group.id} className="border-t border-line py-1 first:border-t-0">
              <Header className="px-2 py-1 text-sm text-muted">{group.label}</Header>
              {group.items.map((item) => (
                <Entry key={item.id} item={item} />
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Entry({ item }: { item: MenuEntry }): ReactNode {
  return (
    <MenuItem
      id={item.id}
      textValue={item.label}
      onAction={item.run}
      isDisabled={item.disabled ?? false}
      className={`${ITEM} ${item.danger ? 'text-red' : ''}`}
    >
      {item.mark}
      <span className="grid grow">
        <Text slot="label">{item.label}</Text>
        {item.hint ? (
          <Text slot="description" className="text-sm text-muted">
            {item.hint}
          </Text>
        ) : null}
      </span>
      {item.keys ? <Keyboard className="font-sans text-sm text-muted">{keyWords(item.keys)}</Keyboard> : null}
    </MenuItem>
  );
}
