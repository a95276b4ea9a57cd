import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';

const BOX = 'w-full rounded-md border border-strong bg-paper px-2.5 py-1.5 text-ink [.room_&]:py-2.5';

type Around = { label: string; hint?: string | undefined; error?: string | undefined; hideLabel?: boolean };

function Labelled({
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

const described = (id: string, hint?: string, error?: string): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

export function Field({
  label,
  hint,
  error,
  hideLabel,
  className = '',
  ...rest
}: Around & InputHTMLAttributes<HTMLInputElement>): ReactNode {
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
}: Around & TextareaHTMLAttributes<HTMLTextAreaElement>): ReactNode {
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
}: Around & SelectHTMLAttributes<HTMLSelectElement>): ReactNode {
  const id = useId();
  return (
    <Labelled {...{ id, label, hint, error }} {...(hideLabel ? { hideLabel } : {})}>
      <select id={id} aria-describedby={described(id, hint, error)} {...rest} className={`${BOX} ${className}`}>
        {children}
      </select>
    </Labelled>
  );
}

export function Tick({ label, ...rest }: { label: ReactNode } & InputHTMLAttributes<HTMLInputElement>): ReactNode {
  return (
    <label className="flex items-start gap-2">
      <input type="checkbox" {...rest} className="mt-1 size-4 accent-(--accent)" />
      <span>{label}</span>
    </label>
  );
}
