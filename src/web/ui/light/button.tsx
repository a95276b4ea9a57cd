import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { type Kind, buttonLook } from './look.ts';

type Props = ComponentProps<'button'> & { kind?: Kind; busy?: boolean; children: ReactNode };

/** One primary button a page: the next step. While busy it stays where it is, keeps the focus and cannot be pressed twice. */
export function Button({ kind = 'plain', busy = false, className = '', children, onClick, ...rest }: Props): ReactNode {
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      onClick={press}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      className={`${buttonLook(kind)} ${className}`}
    >
      {children}
    </button>
  );
}
