import { createRequire } from 'node:module';
import type { Translate } from '../../platform/i18n/translator.ts';

const fonts = createRequire(import.meta.url);
const regular = fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const bold = fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

/** The light colours of the pages (tokens.css), on paper. */
export const INK = {
  ink: '#161b1b',
  muted: '#535c5c',
  line: '#d9dddd',
  strong: '#7f8989',
  panel: '#f6f7f7',
  accent: '#0f6b5c',
};
const MARGIN = 56;
/** Width of the text on A4, in points. */
export const WIDE = 595.28 - 2 * MARGIN;

type Look = { size?: number; heavy?: boolean; colour?: string; width?: number; align?: 'left' | 'right' | 'center' };

/** A sheet of A4 that is written from top to bottom; what does not fit begins on the next page. */
export type Paper = {
  readonly pdf: PDFKit.PDFDocument;
  readonly left: number;
  y: number;
  /** Text at a place, one block; returns its height. Moves nothing. */
  readonly at: (text: string, x: number, y: number, look?: Look) => number;
  readonly height: (text: string, look?: Look) => number;
  readonly line: (text: string, look?: Look) => void;
  readonly heading: (text: string, keepWith?: number) => void;
  /** A new page unless that much still fits. */
  readonly room: (height: number) => void;
  readonly finish: (t: Translate, foot: string) => Promise<Buffer>;
};

export async function paper(info: { title: string; lang: string; at: number }): Promise<Paper> {
  const { default: PDFDocument } = await import('pdfkit'); // with its fonts a large library: not at every start
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 },
    bufferPages: true,
    info: { Title: info.title, CreationDate: new Date(info.at) },
    lang: info.lang,
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const font = ({ size = 10, heavy = false, colour = INK.ink }: Look): PDFKit.PDFDocument =>
    pdf
      .font(heavy ? bold : regular)
      .fontSize(size)
      .fillColor(colour);
  const shape = ({ width = WIDE, align = 'left' }: Look) => ({ width, align, lineGap: 2 });
  const self: Paper = {
    pdf,
    left: MARGIN,
    y: MARGIN,
    height: (text, look = {}) => font(look).heightOfString(text, shape(look)),
    at: (text, x, y, look = {}) => {
      font(look).text(text, x, y, shape(look));
      return self.height(text, look);
    },
    line: (text, look = {}) => {
      self.room(self.height(text, look));
      self.y += self.at(text, MARGIN, self.y, look) + 2;
    },
    heading: (text, keepWith = 60) => {
      self.room(keepWith + 34);
      self.y += 18;
      self.y += self.at(text, MARGIN, self.y, { size: 13, heavy: true }) + 6;
    },
    room: (height) => {
      if (self.y + height <= 841.89 - 72) return;
      pdf.addPage();
      self.y = MARGIN;
    },
    finish: (t, foot) => {
      const { count } = pdf.bufferedPageRange();
      for (let page = 0; page < count; page += 1) {
        pdf.switchToPage(page);
        self.at(foot, MARGIN, 798, { size: 8, colour: INK.muted, width: WIDE * 0.7 });
        const number = t('review.page-of', { n: page + 1, all: count });
        self.at(number, MARGIN, 798, { size: 8, colour: INK.muted, align: 'right' });
      }
      const done = new Promise<Buffer>((resolve, reject) => {
        pdf.on('end', () => resolve(Buffer.concat(chunks)));
        pdf.on('error', reject);
      });
      pdf.end();
      return done;
    },
  };
  return self;
}

/** Accent on white, thinned to a share of its strength: 0 white, 1 the full colour. */
export function tint(share: number): string {
  const mix = (from: number): number => Math.round(255 + (from - 255) * share);
  return `#${[0x0f, 0x6b, 0x5c].map((c) => mix(c).toString(16).padStart(2, '0')).join('')}`;
}
