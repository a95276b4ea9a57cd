import type { ReactElement, ReactNode } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { keyWords } from './keys.ts';

type Props = { words: string; keys?: string | undefined; children: ReactElement };

/** A word on hover and on focus. Never the only place where something is said. */
export function Tip({ words, keys, children }: Props): ReactNode {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      <Focusable>{children as ReactElement<Record<string, unknown>, string>}</Focusable>
      <Tooltip offset={6} className="max-w-72 rounded-md bg-ink px-2 py-1 text-sm text-paper">
        {words}
        {keys ? <kbd className="pl-2 opacity-80">{keyWords(keys)}</kbd> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}
