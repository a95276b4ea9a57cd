import sanitizeHtml from 'sanitize-html';
import { showBidi } from './visible.ts';

const TAGS = (
  'p br div hr blockquote pre code center address ' +
  'a b strong i em u s del ins sub sup small q cite kbd samp abbr ' +
  'ul ol li dl dt dd h1 h2 h3 h4 h5 h6 img figure figcaption ' +
  'table caption thead tbody tfoot tr td th'
).split(' ');

/** Deeper than any person writes; browsers slow down beyond it. */
export const NESTING_LIMIT = 100;

/** Elements whose text is not meant to be read. */
export const SILENT_TAGS = [
  'script',
  'style',
  'textarea',
  'option',
  'noscript',
  'title',
  'template',
  'xml',
  'svg',
  'math',
  'object',
];

const DATA_IMAGE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*$/;

/**
 * The HTML of a mail as it may be shown: a strict allow-list, no style, class or id, nothing that loads from elsewhere.
 * Pictures become placeholders – `data-cid` for those inside the mail, `data-remote-src` for those on a server – until
 * `showImages` puts them in. Links keep http, https, mailto and tel only and open apart.
 */
export function sanitizeMailHtml(html: string): string {
  const clean = sanitizeHtml(showBidi(html), {
    allowedTags: TAGS,
    allowedAttributes: {
      a: ['href', 'title', 'rel', 'target'],
      img: ['src', 'alt', 'width', 'height', 'data-cid', 'data-remote-src'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
      ol: ['start', 'type'],
      '*': ['dir', 'lang'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['data'] },
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    allowProtocolRelative: false,
    nonTextTags: SILENT_TAGS,
    nestingLimit: NESTING_LIMIT,
    parseStyleAttributes: false,
    disallowedTagsMode: 'discard',
    transformTags: { a: safeLink, img: placeholder },
  });
  return clean.trim();
}

type Transform = { tagName: string; attribs: Record<string, string> };

function safeLink(tagName: string, attribs: Record<string, string>): Transform {
  const href = (attribs['href'] ?? '').trim();
  // A link that means something only inside the mail, or relative to a page we do not have, leads nowhere.
  if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(href)) return { tagName, attribs: {} };
  const kept: Record<string, string> = { href, rel: 'noopener noreferrer nofollow', target: '_blank' };
  if (attribs['title']) kept['title'] = attribs['title'];
  return { tagName, attribs: kept };
}

function placeholder(tagName: string, attribs: Record<string, string>): Transform {
  const src = (attribs['src'] ?? '').trim();
  const kept: Record<string, string> = { alt: attribs['alt'] ?? '' };
  for (const side of ['width', 'height']) if (/^\d{1,4}$/.test(attribs[side] ?? '')) kept[side] = attribs[side] ?? '';
  if (/^cid:/i.test(src)) kept['data-cid'] = contentId(src.slice(4));
  else if (DATA_IMAGE.test(src)) kept['src'] = src.replace(/\s/g, '');
  else if (/^https?:\/\//i.test(src)) kept['data-remote-src'] = src;
  return { tagName, attribs: kept };
}

function contentId(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

export type ImageSources = {
  /** Address of a picture inside the mail by its Content-ID, or null when there is none. */
  readonly cid: (contentId: string) => string | null;
  /** Address of a proxy for a picture on a server; leave it out until a person asked to see remote pictures. */
  readonly remote?: (url: string) => string | null;
};

/** Puts pictures into HTML that `sanitizeMailHtml` made. */
export function showImages(html: string, sources: ImageSources): string {
  return html.replace(/<img [^>]*>/g, (tag) =>
    tag.replace(/ data-(cid|remote-src)="([^"]*)"/, (whole, kind: string, value: string) => {
      const url = kind === 'cid' ? sources.cid(unescapeHtml(value)) : sources.remote?.(unescapeHtml(value));
      return url ? ` src="${escapeHtml(url)}"${kind === 'cid' ? '' : whole}` : whole;
    }),
  );
}

/** The Content-IDs that the HTML shows. */
export function shownContentIds(html: string): Set<string> {
  return new Set([...html.matchAll(/ data-cid="([^"]*)"/g)].map((m) => unescapeHtml(m[1] ?? '')));
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function unescapeHtml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
