import t from 'tap';
import { ownPath } from '../../web/shell/own-path.js';
import { fc } from '../support/properties.js';

t.test('pages of the portal are gone on to as they are', async (t) => {
  const pages = [
    '/',
    '/plants',
    '/plants/0d3f4a5e-1111-4222-8333-944445555666/channels?date=2026-07-01#day',
    '/licences/buy?plants=a%2Cb',
    '/sign-in?to=%2Fplants',
    '/plants?from=https://example.org//x',
  ];
  for (const page of pages) t.equal(ownPath(page), page);
  t.equal(ownPath('/plants/../account'), '/account', 'as a browser reads it');
  t.equal(ownPath('/Straße'), '/Stra%C3%9Fe');
});

t.test('nothing leads to another host, however it is written', async (t) => {
  const ways = [
    undefined,
    '',
    'plants',
    '//evil.example',
    '///evil.example',
    String.raw`/\evil.example`,
    String.raw`\\evil.example`,
    String.raw`/plants\..\\evil.example`,
    'https:evil.example',
    'https:/evil.example',
    'https://evil.example/plants',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/\0/evil.example',
    '/\u0085/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/%2e//evil.example',
    '/plants/..//evil.example',
    '/%2f%2fevil.example',
    '/%2fevil.example',
    '/%2F/evil.example',
    '/%5cevil.example',
    '%2f%2fevil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,evil',
    '@evil.example',
    '.evil.example',
    '\u2215\u2215evil.example',
    '\uff0f\uff0fevil.example',
    '//[',
  ];
  for (const way of ways) t.equal(ownPath(way), undefined, JSON.stringify(way));
});

t.test('whatever stands there, a browser stays where it is, also when it is decoded once more', async () => {
  const piece = fc.constantFrom(
    ...['/', '\\', '.', '..', ':', '@', '?', '#', '\t', '\n', '\0', ' ', '%2f', '%5c', '%2e', '%00', '%'],
    ...['\uff0f', '\u2215', '\u29f8', '\u202e', '\ud800', 'https', 'javascript', 'evil.example', 'plants'],
  );
  const ours = 'https://portal.example';
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const path = ownPath(`/${pieces.join('')}`);
      if (path === undefined) return true;
      const decoded = path.replaceAll(/%2f/gi, '/').replaceAll(/%5c/gi, '\\');
      return [path, decoded].every((one) => new URL(one, ours).origin === ours) && ownPath(path) === path;
    }),
    { numRuns: 5_000 },
  );
});
