import type { ReactNode } from 'react';

/** Sixteen pixels, one line of 1.5: drawn for this kit. */
const SHAPES = {
  today: 'M8 3.5V8l3 2M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z',
  requests: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  board: 'M2.75 2.75h4v4h-4zM9.25 2.75h4v4h-4zM2.75 9.25h4v4h-4zM9.25 9.25h4v4h-4z',
  promises: 'M13.2 7.4A5.25 5.25 0 1 1 10.5 3.4M5.8 7.6l2 2 5.4-5.6',
  clients: 'M8 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM3 13.5c.4-2.4 2.4-3.8 5-3.8s4.6 1.4 5 3.8',
  visits: 'M2.75 3.75h10.5v9.5H2.75zM2.75 6.75h10.5M5.5 2.25v3M10.5 2.25v3M8 8.5v3M6.5 10h3',
  reviews: 'M3.25 2.5h9.5v11h-9.5zM5.75 10.5v-2M8 10.5v-5M10.25 10.5V7',
  playbooks:
    'M2.75 4.25l1 1 1.75-2M2.75 8.25l1 1 1.75-2M2.75 12.25l1 1 1.75-2M7.75 4.25h5.5M7.75 8.25h5.5M7.75 12.25h5.5',
  insights: 'M2.5 13.5h11M4.25 11V8M8 11V3.5M11.75 11V6',
  mail: 'M2.5 3.75h11v8.5h-11zM2.7 4.2 8 8.5l5.3-4.3',
  settings:
    'M2.5 4.5h6.5M12.5 4.5h1M2.5 11.5h1M7 11.5h6.5M10.75 6.25a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5ZM5.25 13.25a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5Z',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.3 10.3 13.5 13.5',
  more: 'M3.5 8h.010M8 8h.010M12.5 8h.010',
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M4 6.25 8 10.25l4-4',
  right: 'M6.25 4l4 4-4 4',
  plus: 'M8 3v10M3 8h10',
  check: 'M3 8.5l3.25 3.25L13 4.75',
  back: 'M9.75 4l-4 4 4 4',
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }): ReactNode {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
