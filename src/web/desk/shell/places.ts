/** Where one can go from everywhere, in the order of a day. */
export const PLACES = [
  { to: '/', name: 'today' },
  { to: '/requests', name: 'requests' },
  { to: '/board', name: 'board' },
  { to: '/promises', name: 'promises' },
  { to: '/visits', name: 'visits' },
  { to: '/clients', name: 'clients' },
  { to: '/reviews', name: 'reviews' },
  { to: '/playbooks', name: 'playbooks' },
  { to: '/insights', name: 'insights' },
  { to: '/mail', name: 'mail' },
  { to: '/settings', name: 'settings' },
] as const;

/** A thumb has room for five; the rest is in the palette and in the person's menu. */
export const ON_A_PHONE: ReadonlySet<string> = new Set(['today', 'requests', 'board', 'promises', 'clients']);
