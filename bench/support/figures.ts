export type Figure = { readonly name: string; readonly value: number; readonly unit: string };

/** A measurement: a file in bench/ (or a fault, in chaos/) exports one of these and its main.ts lists it. */
export type Measurement = {
  readonly summary: string;
  /** Measures and returns what it saw; progress goes to stderr. Throws when what it measures does not work at all. */
  readonly run: (args: string[]) => Promise<Figure[]>;
};

type Registry = Readonly<Record<string, () => Promise<{ measurement: Measurement }>>>;

/** `node <tool>/main.ts <name> [--json] […]`: one measurement, or all; the figures as a table, or as one JSON object. */
export async function measure(tool: string, registry: Registry, argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv.filter((arg) => arg !== '--json');
  const json = argv.includes('--json');
  if (name === '--help' || (name !== undefined && !Object.hasOwn(registry, name))) {
    const lines = Object.entries(registry).map(
      async ([n, load]) => `  ${n.padEnd(10)} ${(await load()).measurement.summary}`,
    );
    process.stdout.write(`Usage: npm run ${tool} -- [name] [--json]\n\n${(await Promise.all(lines)).join('\n')}\n`);
    return name === '--help' ? 0 : 2;
  }
  const found: Record<string, Figure[]> = {};
  for (const one of name ? [name] : Object.keys(registry)) {
    const loaded = await registry[one]?.();
    if (loaded) found[one] = await loaded.measurement.run(rest);
    if (!json) process.stdout.write(`\n${one}\n${table(found[one] ?? [])}\n`);
  }
  if (json) process.stdout.write(`${JSON.stringify(found)}\n`);
  return 0;
}

function table(figures: readonly Figure[]): string {
  const written = figures.map(({ value }) => (Number.isInteger(value) ? String(value) : value.toFixed(2)));
  const wide = Math.max(0, ...figures.map(({ name }) => name.length));
  const right = Math.max(0, ...written.map((text) => text.length));
  return figures
    .map(({ name, unit }, i) => `  ${name.padEnd(wide)}  ${(written[i] ?? '').padStart(right)} ${unit}`.trimEnd())
    .join('\n');
}
