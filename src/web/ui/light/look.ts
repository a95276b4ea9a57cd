/** How buttons and boxes look, for the native elements and for those of the component library alike. */
export type Kind = 'primary' | 'plain' | 'quiet' | 'danger';

const KIND: Record<Kind, string> = {
  primary: 'border-accent bg-accent text-accent-ink hover:border-accent-strong hover:bg-accent-strong',
  plain: 'border-strong bg-paper text-ink hover:bg-sunken',
  quiet: 'border-transparent bg-transparent text-ink hover:bg-sunken',
  danger: 'border-red bg-paper text-red hover:bg-red-soft',
};

export const buttonLook = (kind: Kind): string =>
  `inline-flex min-h-8 cursor-pointer items-center justify-center gap-1.5 rounded-md border px-3 py-1 text-left font-medium [.room_&]:min-h-11 [.room_&]:px-4 ${KIND[kind]}`;

export const BOX =
  'w-full min-h-8 rounded-md border border-strong bg-paper px-2.5 py-1 text-ink [.room_&]:min-h-11 [.room_&]:py-2.5';

export const FLOAT = 'rounded-lg border border-line bg-paper shadow-(--shadow-float) outline-none';
export const ITEM =
  'flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 py-1 outline-none data-focused:bg-accent-soft data-disabled:cursor-default data-disabled:opacity-55';
