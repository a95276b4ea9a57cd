import { createRequire } from 'node:module';
import type { AccordDocument } from '../../domain/accords/document.ts';
import { translator } from '../../platform/i18n/translator.ts';
import type { AccordRow } from './accord.store.ts';

const fonts = createRequire(import.meta.url);
const regular = fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const bold = fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

/** P4: the signed text on paper, from the same document whose text was hashed; names, times, and how to check it at the end. */
export async function accordPdf(accord: AccordRow, zone: string): Promise<Buffer> {
  const t = translator(accord.lang);
  const doc = accord.document as AccordDocument;
  const { default: PDFDocument } = await import('pdfkit'); // with its fonts a large library: not at every start
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 64,
    info: { Title: doc.title, Keywords: `SHA-256 ${accord.fingerprint}`, CreationDate: new Date(accord.createdAt) },
    lang: accord.lang,
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  pdf.font(bold).fontSize(18).text(doc.title).moveDown(0.3);
  pdf.font(regular).fontSize(10);
  for (const party of doc.parties)
    pdf.text(party.person ? `${party.organisation} (${party.person})` : party.organisation);
  for (const section of doc.sections) {
    pdf.moveDown(0.9).font(bold).fontSize(11).text(section.heading).moveDown(0.2);
    pdf.font(regular).fontSize(10);
    for (const line of section.lines) pdf.text(`– ${line}`, { indent: 6 });
  }
  pdf.moveDown(1.4).font(bold).fontSize(11).text(t('accord.signatures')).moveDown(0.2);
  pdf.font(regular).fontSize(10);
  const when = new Intl.DateTimeFormat(accord.lang, { dateStyle: 'long', timeStyle: 'medium', timeZone: zone });
  for (const s of accord.signatures) {
    pdf.text(
      t('accord.signed', {
        name: s.typedName,
        organisation: s.organisation,
        when: `${when.format(new Date(s.at))} (${zone})`,
        how: t(`accord.by-${s.identifiedBy}`),
      }),
    );
  }
  if (accord.signatures.length < 2) pdf.text(t('accord.not-yet-signed'));
  pdf
    .moveDown(1)
    .fontSize(8)
    .fillColor('#555555')
    .text(t('accord.fingerprint', { fingerprint: accord.fingerprint }))
    .text(t('accord.how-to-check'));
  pdf.end();
  return done;
}
