import type { ButtonHTMLAttributes, ReactNode } from 'react';

type Kind = 'primary' | 'plain' | 'quiet' | 'danger';
const KIND: Record<Kind, string> = {
  primary: 'bg-accent text-accent-ink border-accent hover:brightness-110',
  plain: 'bg-paper text-ink border-strong hover:bg-sunken',
  quiet: 'bg-transparent text-ink border-transparent hover:bg-sunken',
  danger: 'bg-paper text-red border-red hover:bg-red-soft',
};

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { kind?: Kind; busy?: boolean; children: ReactNode };

/** One primary button a page: the next step. While busy it stays where it is and cannot be pressed twice. */
export function Button({ kind = 'plain', busy = false, className = '', children, ...rest }: Props): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      disabled={rest.disabled || busy}
      aria-busy={busy || undefined}
      className={`inline-flex min-h-8 items-center justify-center gap-1.5 rounded-md border px-3 py-1 text-left font-medium [.room_&]:min-h-11 [.room_&]:px-4 ${KIND[kind]} ${className}`}
    >
      {children}
    </button>
  );
}
