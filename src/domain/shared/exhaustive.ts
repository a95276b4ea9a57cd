/** Compile-time proof that a switch handles every case; at run time a bug, so it throws. */
export function exhaustive(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
