import { describe, expect, it } from 'vitest';
import { authentication } from './sender-authentication.ts';

const ours = 'mx.firm.example';
const results = (...values: string[]) => values.map((value) => ({ name: 'Authentication-Results', value }));
const verdict = (...values: string[]) => authentication(results(...values), ours, 'ada@nordic.example');

describe('[AT-08] whose verdict about a sender counts', () => {
  it.each<[string, string[], string]>([
    ['DMARC passes for the From domain', [`${ours}; dmarc=pass header.from=nordic.example`], 'pass'],
    ['DMARC passes for another domain', [`${ours}; dmarc=pass header.from=evil.example`], 'fail'],
    ['DKIM of the very domain', [`${ours}; spf=none; dkim=pass (2048 bit) header.d=nordic.example`], 'pass'],
    ['DKIM of a list on the way', [`${ours}; dkim=pass header.d=lists.example`], 'fail'],
    ['DKIM of a look-alike', [`${ours}; dkim=pass header.d=c.example`], 'fail'],
    ['SPF of the very domain', [`${ours}; spf=pass smtp.mailfrom=ada@nordic.example`], 'pass'],
    ['SPF fails', [`${ours}; spf=fail smtp.mailfrom=ada@nordic.example`], 'fail'],
    ['nothing was found out', [`${ours}; none`], 'fail'],
    ['no verdict at all', [], 'fail'],
    ['a verdict of another server on top', ['mx.evil.example; dmarc=pass header.from=nordic.example'], 'fail'],
    [
      'a forged verdict in our name below the real one',
      [`${ours}; dmarc=fail header.from=nordic.example`, `${ours}; dmarc=pass header.from=nordic.example`],
      'fail',
    ],
    ['a pass that stands in a comment', [`${ours}; dmarc=fail (was dmarc=pass header.from=nordic.example)`], 'fail'],
    [
      'the words “dmarc=pass” inside a value',
      [`${ours}; dkim=fail reason="dmarc=pass header.from=nordic.example"`],
      'fail',
    ],
  ])('%s', (_name, values, expected) => expect(verdict(...values)).toBe(expected));

  it('without a server of ours to believe nobody is asked', () => {
    expect(authentication(results('x; dmarc=fail'), null, 'ada@nordic.example')).toBe('not-asked');
  });
});
