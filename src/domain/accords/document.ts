import type { CostCondition, OptionTerms, Undertaking } from '../negotiation/words.ts';
import type { Side } from '../request/words.ts';
import type { Instant } from '../shared/instant.ts';

/**
 * P4: the accord as a document: what both sides read, sign and hash. Page, mail and PDF are made from this and nothing else, and the
 * fingerprint is taken of its text, so that nobody signs other words than they saw.
 */
export type AccordDocument = {
  readonly title: string;
  readonly parties: readonly { readonly side: Side; readonly organisation: string; readonly person: string }[];
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
};

/** Words the document needs, in the accord's language; the caller formats dates and money. */
export type AccordWords = {
  readonly title: (number: number) => string;
  readonly between: string;
  readonly and: string;
  readonly about: string;
  readonly what: string;
  readonly cost: string;
  readonly noCost: string;
  readonly onlyIf: (label: string, when: string) => string;
  /** In what case a conditional cost arises, where nobody worded it. */
  readonly condition: (kind: CostCondition) => string;
  readonly date: string;
  readonly noDate: (why: string) => string;
  readonly weDo: (firm: string) => string;
  readonly youDo: (client: string) => string;
  readonly by: (text: string, date: string) => string;
  readonly place: string;
  readonly scopeIn: string;
  readonly scopeOut: string;
  readonly assumptions: string;
  readonly amends: (number: number) => string;
  readonly money: (minor: number, currency: string) => string;
  readonly when: (at: Instant) => string;
};

export type AccordContent = {
  readonly number: number;
  readonly reference: string;
  readonly subject: string;
  readonly optionTitle: string;
  readonly terms: OptionTerms;
  readonly firm: { readonly organisation: string; readonly person: string };
  readonly client: { readonly organisation: string; readonly person: string };
  readonly amends?: number;
};

/** P4, T8, L5: every term both agreed to, all costs also the conditional ones; nothing that only our side may see. */
export function accordDocument(content: AccordContent, w: AccordWords): AccordDocument {
  const { terms, firm, client } = content;
  // One line stays one line: a break inside a label must not pass for a heading of its own.
  const section = (heading: string, lines: readonly string[]) =>
    lines.length > 0 ? [{ heading, lines: lines.map((line) => line.replace(/\s+/g, ' ').trim()) }] : [];
  const undertaking = (u: Undertaking): string => (u.due === undefined ? u.text : w.by(u.text, w.when(u.due)));
  const costs = terms.costs.map(
    (c) =>
      `${c.conditional ? w.onlyIf(c.label, c.when ?? w.condition(c.conditional)) : c.label}: ${w.money(c.minor, c.currency)}`,
  );
  const { date } = terms;
  const dates = date.kind === 'none' ? [w.noDate(date.why)] : [w.when(date.kind === 'by-hand' ? date.at : date.p90)];
  return {
    title: w.title(content.number),
    parties: [
      { side: 'ours', ...firm },
      { side: 'theirs', ...client },
    ],
    sections: [
      ...section(w.about, [
        `${content.reference} · ${content.subject}`,
        ...(content.amends === undefined ? [] : [w.amends(content.amends)]),
      ]),
      ...section(w.what, [content.optionTitle, ...terms.text.split('\n').filter((line) => line.trim() !== '')]),
      ...section(w.cost, costs.length > 0 ? costs : [w.noCost]),
      ...section(w.date, dates),
      ...section(w.weDo(firm.organisation), terms.weDo.map(undertaking)),
      ...section(w.youDo(client.organisation), terms.youDo.map(undertaking)),
      ...section(w.place, terms.place ? [terms.place] : []),
      ...section(w.scopeIn, terms.scopeIn),
      ...section(w.scopeOut, terms.scopeOut),
      ...section(w.assumptions, terms.assumptions),
    ],
  };
}

/** The document as plain text: what is shown, signed and hashed (SHA-256 over this text in UTF-8, made outside). */
export function documentText(doc: AccordDocument, w: Pick<AccordWords, 'between' | 'and'>): string {
  const [ours, theirs] = doc.parties.map((p) => (p.person ? `${p.organisation} (${p.person})` : p.organisation));
  const sections = doc.sections.map((s) => `${s.heading}\n${s.lines.map((line) => `– ${line}`).join('\n')}`);
  return [doc.title, `${w.between} ${ours}\n${w.and} ${theirs}`, ...sections].join('\n\n');
}
