import type { ReactNode } from 'react';
import { Button, ComboBox as Base, Input, Label, ListBox, Popover, Text } from 'react-aria-components/ComboBox';
import { useT } from '../i18n/i18n.tsx';
import { Icon } from './icon.tsx';
import { BOX, FLOAT } from './light/look.ts';
import { type Option, OptionItem } from './option-item.tsx';

type Props<Id extends string> = {
  label: string;
  value: Id | null;
  onChange: (id: Id | null) => void;
  options: readonly Option<Id>[];
  /** Given: the options come from the server and are already those that fit what was typed. */
  onSearch?: (text: string) => void;
  hint?: string;
  required?: boolean;
};

/** One of many, found by typing: a client, a colleague. */
export function ComboBox<Id extends string>(props: Props<Id>): ReactNode {
  const { label, value, onChange, options, onSearch, hint, required = false } = props;
  const t = useT();
  return (
    <Base
      value={value}
      onChange={(key) => onChange(key as Id | null)}
      menuTrigger="focus"
      allowsEmptyCollection
      isRequired={required}
      className="grid gap-1"
      {...(onSearch ? { onInputChange: onSearch, defaultFilter: () => true } : {})}
    >
      <Label className="font-medium">{label}</Label>
      {hint ? (
        <Text slot="description" className="text-muted">
          {hint}
        </Text>
      ) : null}
      <div className="relative">
        <Input className={`${BOX} pr-8`} />
        <Button aria-label={label} className="absolute inset-y-0 right-0 px-2 text-muted">
          <Icon name="down" />
        </Button>
      </div>
      <Popover
        // Inside the main landmark, so that whoever goes by landmarks finds the list where the field is.
        UNSTABLE_portalContainer={document.getElementById('content') ?? document.body}
        className={`${FLOAT} w-(--trigger-width) overflow-auto p-1`}
      >
        <ListBox
          className="outline-none"
          renderEmptyState={() => <p className="px-2 py-1 text-muted">{t('shared.nothing-found')}</p>}
        >
          {options.map((option) => (
            <OptionItem key={option.id} option={option} />
          ))}
        </ListBox>
      </Popover>
    </Base>
  );
}
