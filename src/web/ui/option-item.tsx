import type { ReactNode } from 'react';
import { ListBoxItem, Text } from 'react-aria-components/ListBox';
import { ITEM } from './light/look.ts';

export type Option<Id extends string = string> = {
  readonly id: Id;
  readonly label: string;
  readonly mark?: ReactNode;
  readonly hint?: string | undefined;
};

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
