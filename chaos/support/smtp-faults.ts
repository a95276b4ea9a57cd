import { sendMail } from '../../src/platform/mail/smtp.ts';
import { type Misbehaviour, type SmtpStage, smtpPeer } from '../../test/support/smtp-peer.ts';
import type { Fault } from './fault.ts';

type Case = readonly [
  fault: string,
  wrong: Partial<Record<SmtpStage, Misbehaviour>>,
  outcome: 'retry' | 'failed' | 'unknown',
];

/** What must become of a mail when the server fails at each moment: before its 354 nothing has left, after it nobody can know. */
const CASES: readonly Case[] = [
  ...(['banner', 'ehlo', 'auth', 'mail', 'rcpt', 'data'] as const).flatMap((stage): Case[] => [
    [`F-39 silent at ${stage}`, { [stage]: 'hang' }, 'retry'],
    [`F-39 closes at ${stage}`, { [stage]: 'close' }, 'retry'],
  ]),
  ['F-39 silent in the middle of the body', { body: 'hang' }, 'unknown'],
  ['F-39 silent after the dot', { dot: 'hang' }, 'unknown'],
  ['F-39 closes after the dot', { dot: 'close' }, 'unknown'],
  ['F-40 drips one byte after the other', { ehlo: 'drip' }, 'retry'],
  ['F-37 greylists (451)', { rcpt: '451 4.7.1 later' }, 'retry'],
  ['F-37 is too busy (421)', { banner: '421 4.3.2 busy' }, 'retry'],
  ['F-38 refuses the recipient (550)', { rcpt: '550 5.1.1 nobody' }, 'failed'],
  ['F-38 refuses the mail after the dot (554)', { dot: '554 5.6.0 no' }, 'failed'],
];

const mail = (n: number) => ({
  raw: Buffer.from(
    `From: desk@firm.example\r\nTo: bo@harbour.example\r\nMessage-ID: <fault-${n}@firm.example>\r\nSubject: x\r\n\r\n${'line\r\n'.repeat(200)}`,
  ),
  from: 'desk@firm.example',
  recipient: 'bo@harbour.example',
});

/** Every way in which a mail server can fail, all at once, with the waiting times of the product. */
export async function smtpFaults(): Promise<Fault[]> {
  return Promise.all(
    CASES.map(async ([name, wrong, expected], n) => {
      const peer = await smtpPeer(wrong);
      const began = performance.now();
      let told = false;
      const outcome = await sendMail(peer.url, mail(n), {
        onDataAccepted: async () => {
          told = true;
        },
      });
      const seconds = (performance.now() - began) / 1_000;
      await peer.close();
      // “Unknown” is only ever said of a mail whose leaving was written down before.
      const passed = outcome.kind === expected && (expected !== 'unknown' || told) && peer.accepted.length === 0;
      return { name: `${name}: ${outcome.kind}`, value: seconds, unit: 's', passed };
    }),
  );
}
