/** One CLI command: a file in this folder exports one of these and `main.ts` lists it. */
export type Command = {
  /** One line for `parley --help`. */
  readonly summary: string;
  /** Full text for `parley <command> --help`: usage, options, exit codes. */
  readonly help: string;
  /**
   * Runs with the arguments after the command's name. Results go to stdout (JSON when `--json`), progress and errors to stderr.
   * Returns the exit code: 0 done, 1 failed, 2 wrong usage, 75 try again later (EX_TEMPFAIL, for mail intake).
   */
  readonly run: (args: string[]) => Promise<number>;
};

/** Wrong usage of a command: `main.ts` prints the message and the way to the help, exit code 2. */
export class UsageError extends Error {}
