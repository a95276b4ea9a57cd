import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Keyboard, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components/Menu';
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

type Props = { label: string; items: readonly MenuEntry[]; kind?: Kind; icon?: IconName; showLabel?: boolean };

/** A button that opens a list of acts: the rest beside the one next step. */
export function MenuButton({ label, items, kind = 'quiet', icon, showLabel = !icon }: Props): ReactNode {
  return (
    <MenuTrigger>
      <Button className={`${buttonLook(kind)} ${showLabel ? '' : 'px-2'}`} aria-label={showLabel ? undefined : label}>
        {icon ? <Icon name={icon} /> : null}
        {showLabel ? label : null}
        {showLabel ? <Icon name="down" /> : null}
      </Button>
      <Popover className={`${FLOAT} max-w-80 min-w-48 overflow-auto p-1`} placement="bottom end">
        <Menu aria-label={label} className="outline-none">
          {items.map((item) => (
            <MenuItem
              key={item.id}
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
              {item.keys ? <Keyboard className="text-sm text-muted">{keyWords(item.keys)}</Keyboard> : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
