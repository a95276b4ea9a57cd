import { describe, expect, it } from 'vitest';
import { cutHtmlReply, cutReply } from './reply-cut.ts';

describe('what only looks like an end is kept', () => {
  it.each([
    ['a sentence that begins with On', 'On Monday the printer broke.\nOn Tuesday too: it smokes.'],
    ['a sentence that ends with wrote', 'Look at what the engineer wrote:\n\nThe printer is fine.'],
    ['a list of times', 'We are open:\n\nMonday 9:00\nTuesday 10:00'],
    ['thanks and a name', 'Monday suits me.\n\nThanks,\nAda'],
    [
      'a question after thanks',
      'Thanks!\n\nCould you also bring paper? We have none left in the house, and the shop is closed.',
    ],
    ['regards inside a sentence', 'With regards to the printer: it smokes.'],
    ['rules around a table', 'Result\n------\n1. broken\n------\nThe second line matters more.'],
    ['a journey with from and to', 'From: Warsaw\nTo: Paris\nWe need two tickets.'],
    ['a date in German', 'Datum: 2.11.2026\nWir brauchen Hilfe.'],
    ['a comparison', '>= 5 pages fail\n<= 4 pages work'],
    ['sent from as a story', 'The parcel was sent from my office on Monday, it never came.'],
    [
      'two phone numbers in the text',
      'Call me on +48 601 234 567 or write to a@x.example about the contract we discussed.',
    ],
    ['an original message in a sentence', 'The original message is lost, please send it again.'],
  ])('%s', (_, text) => expect(cutReply(text)).toEqual({ newText: text, quotedText: '' }));
});

describe('HTML', () => {
  it.each([
    [
      'Gmail',
      '<div dir="ltr">Monday suits me.</div><br><div class="gmail_quote"><div class="gmail_attr">Il y a longtemps, Support:</div><blockquote class="gmail_quote"><div>When?</div></blockquote></div>',
    ],
    [
      'Outlook on the web',
      '<div>Monday suits me.</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Support</div><div>When?</div>',
    ],
    [
      'Outlook',
      '<p class="MsoNormal">Monday suits me.</p><div style="border-top:solid"><p><b>От:</b> Support<br><b>Отправлено:</b> 2 ноября 2026 г. 9:14<br><b>Кому:</b> Ada<br><b>Тема:</b> Визит</p></div><p>When?</p>',
    ],
    [
      'Apple Mail',
      '<div>Monday suits me.</div><br><blockquote type="cite"><div>On 2 Nov 2026, Support wrote:</div><div>When?</div></blockquote>',
    ],
    [
      'Thunderbird',
      '<p>Monday suits me.</p><div class="moz-cite-prefix">W dniu 2.11.2026 o 09:14, Support pisze:<br></div><blockquote type="cite">When?</blockquote>',
    ],
    ['Thunderbird, with a signature', '<p>Monday suits me.</p><pre class="moz-signature">-- \nAda</pre>'],
    [
      'mail.ru',
      '<div>Monday suits me.</div><blockquote style="border-left:1px solid #0857A6">Понедельник, 2 ноября 2026 от Support:<div>When?</div></blockquote>',
    ],
    [
      'Yandex',
      '<div>Monday suits me.</div><div> </div><div>02.11.2026, 09:14, "Support" &lt;s@firm.example&gt;:</div><blockquote><p>When?</p></blockquote>',
    ],
    [
      'Yahoo',
      '<div>Monday suits me.</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>On Monday, Support wrote:</div><div>When?</div></div>',
    ],
    [
      'a signature that Gmail marked',
      '<div>Monday suits me.<br clear="all"></div>-- <br><div class="gmail_signature">Ada</div>',
    ],
  ])('%s', (_, html) => expect(cutHtmlReply(html).newText).toBe('Monday suits me.'));

  it('answers between Gmail’s quotes are kept', () => {
    const html =
      '<div class="gmail_quote"><div>On Mon, Support wrote:</div><blockquote class="gmail_quote">When?</blockquote><div>Monday.</div><blockquote class="gmail_quote">Where?</blockquote><div>Here.</div></div>';
    expect(cutHtmlReply(html).newText).toBe('Monday.\n\nHere.');
  });

  it('an indented paragraph is no quote', () => {
    expect(
      cutHtmlReply(
        '<div>See:</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>the plan</div></blockquote>',
      ).newText,
    ).toContain('the plan');
  });

  it('what is cut is still there', () => {
    expect(cutHtmlReply('<p>Yes.</p><blockquote>When?<blockquote>Older</blockquote></blockquote>').quotedText).toBe(
      '> When?\n>\n>> Older',
    );
  });
});

describe('[AT-25] hostile text is read in linear time', () => {
  it.each([
    ['a hundred thousand quoted lines', '> x\n'.repeat(100_000)],
    ['a megabyte in one line', 'a'.repeat(1_000_000)],
    ['a megabyte of blanks', `a${' '.repeat(1_000_000)}b`],
    ['a megabyte of dashes and a letter', `${'-'.repeat(1_000_000)}x`],
    ['a megabyte of angle brackets', '<'.repeat(1_000_000)],
    ['a hundred thousand colons', 'On 1.1.2026 wrote:\n'.repeat(100_000)],
    ['a hundred thousand headers', 'From: a@b.example\n'.repeat(100_000)],
    ['a hundred thousand formulas', 'Best regards,\n'.repeat(100_000)],
    ['a hundred thousand short lines', 'Ada B.\n\n'.repeat(100_000)],
    ['a hundred thousand rules', '--\n'.repeat(100_000)],
  ])('%s', (_, text) => {
    const { newText, quotedText } = cutReply(text);
    expect(newText.length + quotedText.length).toBeLessThanOrEqual(text.length + 2);
  });
});
