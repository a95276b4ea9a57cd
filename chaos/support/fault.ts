/** One line of a fault table: what was done, what was measured, and whether what must hold held. */
export type Fault = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly passed: boolean;
};
