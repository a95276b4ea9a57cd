import { parentPort } from 'node:worker_threads';
import { readMail } from './read-mail.ts';
import type { MailLimits, ParsedMail, Unparsable } from './parsed-mail.ts';

export type ParseJob = { readonly id: number; readonly raw: Uint8Array; readonly limits: MailLimits };
export type ParseAnswer = {
  readonly id: number;
  readonly result: ParsedMail | Unparsable | null;
  readonly error: string;
};

const port = parentPort;
port?.on('message', ({ id, raw, limits }: ParseJob) => {
  readMail(raw, limits).then(
    (result) => port.postMessage({ id, result, error: '' } satisfies ParseAnswer),
    (error: unknown) =>
      port.postMessage({
        id,
        result: null,
        error: error instanceof Error ? error.message : String(error),
      } satisfies ParseAnswer),
  );
});
// Loading takes longer on a busy machine than reading a mail may: the clock starts here.
port?.postMessage('ready');
