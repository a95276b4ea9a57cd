import { type Message } from '../frames/message.ts';
import { fold, has, type Span, stripMarks } from '../text.ts';
import { type Hit, type Rule } from './hit.ts';
import { amounts, contentWords, percents, readNumbers, shared } from './values.ts';

/** T15: a firm promise beyond what the author may give alone – hours, money, or a kind of deed not in `may`. */
export const overAuthority: Rule = (m) => [...promised(m), ...granted(m)];

/** Leave already given by somebody who may: "my director signed that off an hour ago". */
const ALLOWED =
  /(?<![a-zà-ÿ])(?:signed (?:that|it|this|them|both|all)(?: of it)? off|signed off on (?:it|that|this|the)|(?:cleared|agreed|settled) (?:it|that|this) with (?:my|our|the)|(?:has|have|with) (?:my|our|the) (?:boss|director|manager|board|management)'s? (?:ok|okay|blessing|approval|consent|go-ahead)|avec l'accord (?:écrit )?de (?:ma|mon|notre|la)|(?:a|ont) donné (?:son|leur) (?:accord|feu vert)|(?:l'|m'|nous l')(?:a|ont) (?:déjà |bien )?(?:validé|autorisé|accordé|signé|accepté|approuvé))/;

/** What the client is simply told they get, in a sentence without an undertaking. */
function granted(m: Message): Hit[] {
  const f = m.lexicon.frames;
  return m.sentences
    .filter((s) => !s.question && !m.undertakings.some((u) => u.sentence === s) && has(f.grants, s.text))
    .filter((s) => ![f.hedge, f.condition, f.noPromise, f.asks, f.options, f.reported].some((re) => has(re, s.text)))
    .filter((s) => tooManyHours(m, s.start, s.text) || tooMuchMoney(m, s, s.text) || beyondPowers(m, s.text))
    .map((s) => ({ start: s.start, end: s.end }));
}

const promised = (m: Message): Hit[] =>
  m.undertakings
    .filter(
      (u) =>
        u.who !== 'other' &&
        u.firmness === 'firm' &&
        !has(m.lexicon.frames.asks, m.text.slice(u.start, u.end)) &&
        !has(ALLOWED, u.sentence.text),
    )
    .filter((u) => {
      const next = m.undertakings.find((o) => o.sentence === u.sentence && o.start > u.start);
      const text = m.text.slice(u.start, next?.start ?? u.sentence.end);
      return tooManyHours(m, u.start, text) || tooMuchMoney(m, u, text) || beyondPowers(m, text) || weighty(m, text);
    })
    .map((u) => ({ start: u.start, end: u.end }));

const mayText = (m: Message): string[] =>
  m.context.author.may.map((a) => (m.lexicon.stripped ? stripMarks(fold(a)) : fold(a)));

/** Hours of work given away or put in; a stretch of time that only says when does not count. */
function tooManyHours(m: Message, offset: number, text: string): boolean {
  const limit = m.context.author.max_hours;
  if (limit === undefined) return false;
  const { deadline, values } = m.lexicon;
  const given = has(values.effort, text) || has(values.free, text);
  const dated = m.deadlines.filter((d) => d.kind !== 'skip');
  return readNumbers(text, deadline.numbers).some((n) => {
    if (dated.some((d) => d.start <= offset + n.start && d.end > offset + n.start)) return false;
    const after = text.slice(n.end, n.end + 40).replace(/^\s+(?:d'|de |of )/, ' ');
    const next: readonly (string | undefined)[] = after.match(/[^\s,.;:!?]+/g) ?? [];
    const unit = [`${next[0]} ${next[1]}`, next[0], next[1]]
      .map((w) => deadline.units.find(([, re]) => w !== undefined && re.test(w))?.[0])
      .find((u) => u !== undefined);
    // "8 h" is a time of day, "8 hours" is work
    if (unit === 'hour') return n.value > limit && (given || (next[0] ?? '').length > 1);
    return given && (unit === 'day' || unit === 'workday' ? n.value * 8 : unit === 'week' ? n.value * 40 : 0) > limit;
  });
}

function tooMuchMoney(m: Message, u: Span, text: string): boolean {
  const { values, deadline } = m.lexicon;
  const limit = m.context.author.max_discount_eur ?? 0;
  const gives = has(values.refund, text);
  const cuts = has(values.discount, text);
  if (!gives && !cuts) return false;
  const sums = amounts(text, deadline.numbers);
  const rates = percents(text, deadline.numbers);
  if (rates.length > 0 && (cuts || gives)) {
    const known = [
      ...amounts(m.text.slice(0, u.end), deadline.numbers),
      ...m.context.ledger.flatMap((e) => amounts(fold(`${e.text} ${e.value ?? ''}`), deadline.numbers)),
    ];
    const base = Math.max(0, ...known.filter((k) => !sums.includes(k)), ...sums);
    if (base > 0) return Math.max(...rates) * base > limit * 100;
    return limit === 0 || Math.max(...rates) > 20;
  }
  if (sums.length > 0) return Math.min(...sums) > limit;
  return limit === 0 && !mayText(m).some((a) => has(values.refund, a) || has(values.discount, a));
}

/** A deed on contracts, prices, access, staff or new machines that no item of `may` speaks of; telling about them is free. */
function weighty(m: Message, text: string): boolean {
  const { values, stop } = m.lexicon;
  if (!has(values.weighty, text) || has(values.telling, text)) return false;
  const words = contentWords(text, stop);
  return !mayText(m).some((a) => shared(contentWords(a, stop), words).length > 0 || has(values.weighty, a));
}

function beyondPowers(m: Message, text: string): boolean {
  const may = mayText(m);
  const limit = m.context.author.max_discount_eur ?? 0;
  return m.lexicon.powers.some(
    (p) =>
      has(p.draft, text) &&
      !may.some((a) => has(p.may, a)) &&
      (p.id !== 'goods-free' || (limit === 0 && has(m.lexicon.values.free, text))),
  );
}
