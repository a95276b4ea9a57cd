import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.request_fact. */
export type RequestFactTable = {
  workspace_id: string;
  request_id: string;
  client_id: string | null;
  opened_on: string;
  closed_on: string | null;
  closed_how: string | null;
  fate: string;
  cause: string | null;
  limited_by: string | null;
  first_answer: string;
  ask: string | null;
  minutes: number;
  rounds: number;
  choices: number;
  conditions: number;
  missed: number;
  repeats: number;
  favour: boolean;
  unsaid: Generated<number>;
  sold_twice: Generated<number>;
};
