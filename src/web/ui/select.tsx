import type { ReactNode } from 'react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as Base,
  SelectValue,
  Text,
} from 'react-aria-components/Select';
import { Icon } from './icon.tsx';
import { BOX, FLOAT, ITEM } from './light/look.ts';

export type Option<Id extends string = string> = {
  readonly id: Id;
  readonly label: string;
  readonly mark?: ReactNode;
  readonly hint?: string | undefined;
};

type Props<Id extends string> = {
  label: string;
  value: Id | null;
  onChange: (id: Id) => void;
  options: readonly Option<Id>[];
  placeholder?: string;
  hideLabel?: boolean;
};

/** One of a few, each with its mark or a hint. Where neither is needed the native `Choice` does. */
export function Select<Id extends string>(props: Props<Id>): ReactNode {
  const { label, value, onChange, options, placeholder = '–', hideLabel } = props;
  return (
    <Base
      value={value}
      onChange={(key) => key !== null && onChange(key as Id)}
      placeholder={placeholder}
      className="grid gap-1"
    >
      <Label className={hideLabel ? 'sr-only' : 'font-medium'}>{label}</Label>
      <Button className={`${BOX} flex cursor-pointer items-center gap-2 text-left`}>
        <SelectValue className="flex min-w-0 grow items-center gap-2 data-placeholder:text-muted [&_[slot=description]]:hidden" />
        <Icon name="down" />
      </Button>
      <Popover className={`${FLOAT} min-w-(--trigger-width) overflow-auto p-1`}>
        <ListBox className="outline-none">
          {options.map((option) => (
            <OptionItem key={option.id} option={option} />
          ))}
        </ListBox>
      </Popover>
    </Base>
  );
}

export function OptionItem({ option }: { option: Option }): ReactNode {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className={`${ITEM} data-selected:font-medium`}>
      {option.mark}
      <span className="grid min-w-0 grow">
        <Text slot="label" className="truncate">
          {option.label}
        </Text>
        {option.hint ? (
          <Text slot="description" className="text-sm font-normal text-muted">
            {option.hint}
          </Text>
        ) : null}
      </span>
    </ListBoxItem>
  );
}
