/** P4: the life of an accord. Its text is fixed from the moment it is drawn up; a change is a new accord. */
export const ACCORD_STATES = ['drawn-up', 'half-signed', 'in-force', 'amended', 'ended'] as const;
export type AccordState = (typeof ACCORD_STATES)[number];
