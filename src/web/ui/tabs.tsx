import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as Base } from 'react-aria-components/Tabs';

export type TabEntry<Id extends string = string> = {
  readonly id: Id;
  readonly label: string;
  readonly count?: number | undefined;
  readonly panel: ReactNode;
};

type Props<Id extends string> = {
  label: string;
  tabs: readonly TabEntry<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
};

/** Views of one thing in one place; only the chosen one is in the page. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: Props<Id>): ReactNode {
  return (
    <Base selectedKey={selected} onSelectionChange={(key) => onSelect(key as Id)} className="grid min-w-0 gap-3">
      <TabList aria-label={label} className="no-print flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="-mb-px min-h-9 cursor-pointer border-b-2 border-transparent px-3 py-1.5 font-medium whitespace-nowrap text-muted outline-offset-[-2px] hover:text-ink data-selected:border-accent data-selected:text-ink"
          >
            {tab.label}
            {tab.count === undefined ? null : <span className="pl-1.5 font-normal text-muted">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="min-w-0">
          {tab.panel}
        </TabPanel>
      ))}
    </Base>
  );
}
