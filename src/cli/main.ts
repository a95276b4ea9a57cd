import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type Command, UsageError } from './command.ts';

// More than a thousand modules: without the cache, stripping and compiling them is half of a start.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compile', import.meta.url)));

/** Loaded on demand, so that `parley calendar` does not pay for the database. */
const commands: Record<string, () => Promise<{ command: Command }>> = {
  start: () => import('./start.ts'),
  doctor: () => import('./doctor.ts'),
  seed: () => import('./seed.ts'),
  mail: () => import('./mail.ts'),
  import: () => import('./import.ts'),
  deliver: () => import('./deliver.ts'),
  coach: () => import('./coach.ts'),
  calendar: () => import('./calendar.ts'),
  forecast: () => import('./forecast.ts'),
  accord: () => import('./accord.ts'),
  review: () => import('./review.ts'),
};

async function main(argv: string[]): Promise<number> {
  const [name, ...args] = argv;
  if (!name || name === '--help' || name === 'help') {
    const lines = await Promise.all(
      Object.entries(commands).map(async ([n, load]) => `  ${n.padEnd(12)}${(await load()).command.summary}`),
    );
    process.stdout.write(
      `Usage: parley <command> [options]\n\n${lines.join('\n')}\n\n'parley <command> --help' tells more.\n`,
    );
    return name ? 0 : 2;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    process.stderr.write(`parley: there is no command "${name}". 'parley --help' lists them.\n`);
    return 2;
  }
  const { command } = await load();
  if (args.includes('--help')) {
    process.stdout.write(command.help.trimEnd() + '\n');
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`parley ${name}: ${error.message}\n'parley ${name} --help' shows how to call it.\n`);
      return 2;
    }
    process.stderr.write(`parley ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
