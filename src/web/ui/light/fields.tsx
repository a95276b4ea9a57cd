import { type ComponentProps, type ReactNode, useId } from 'react';
import { BOX } from './look.ts';

type Around = { label: string; hint?: string | undefined; error?: string | undefined; hideLabel?: boolean };

export function Labelled({
  id,
  label,
  hint,
  error,
  hideLabel,
  children,
}: Around & { id: string; children: ReactNode }): ReactNode {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'font-medium'}>
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-muted">
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p id={`${id}-error`} className="text-red">
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** The ids of hint and error, for `aria-describedby`. */
export const described = (id: string, hint?: string, error?: string): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

export function Field({
  label,
  hint,
  error,
  hideLabel,
  className = '',
  ...rest
}: Around & ComponentProps<'input'>): ReactNode {
  const id = useId();
  return (
    <Labelled {...{ id, label, hint, error }} {...(hideLabel ? { hideLabel } : {})}>
      <input
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        {...rest}
        className={`${BOX} ${className}`}
      />
    </Labelled>
  );
}

export function Area({
  label,
  hint,
  error,
  hideLabel,
  className = '',
  ...rest
}: Around & ComponentProps<'textarea'>): ReactNode {
  const id = useId();
  return (
    <Labelled {...{ id, label, hint, error }} {...(hideLabel ? { hideLabel } : {})}>
      <textarea
        id={id}
        rows={4}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        {...rest}
        className={`${BOX} ${className}`}
      />
    </Labelled>
  );
}

export function Choice({
  label,
  hint,
  error,
  hideLabel,
  className = '',
  children,
  ...rest
}: Around & ComponentProps<'select'>): ReactNode {
  const id = useId();
  return (
    <Labelled {...{ id, label, hint, error }} {...(hideLabel ? { hideLabel } : {})}>
      <select id={id} aria-describedby={described(id, hint, error)} {...rest} className={`${BOX} ${className}`}>
        {children}
      </select>
    </Labelled>
  );
}

export function Tick({ label, ...rest }: { label: ReactNode } & ComponentProps<'input'>): ReactNode {
  return (
    <label className="flex items-start gap-2">
      <input type="checkbox" {...rest} className="mt-1 size-4 accent-(--accent)" />
      <span>{label}</span>
    </label>
  );
}
