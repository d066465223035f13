import { fc } from '../../support/properties.js';
import t from 'tap';
import { parseEditionText } from '../../../adapters/documents/edition-text.js';

t.test('title, sections, paragraphs and lists', async (t) => {
  const source = ['\uFEFF# Terms of {operator}', '', '## 1. Who', 'is not needed here: a heading stands alone'];
  t.throws(() => parseEditionText(source.join('\n')), /line 3 must be one line "## heading"/);
  const text = parseEditionText(
    '\uFEFF# Terms of {operator}\r\n\r\n## 1. Who\r\n\r\nOne\r\nparagraph.\r\n\r\n\r\n- first\r\n  goes on\r\n- second: 2 * 3 = 6\r\n\r\n## 2. What\r\n\r\n(*) Umlaute: äöüß „“ – €\r\n',
  );
  t.strictSame(text, {
    title: 'Terms of {operator}',
    sections: [
      {
        heading: '1. Who',
        blocks: [
          { type: 'paragraph', text: 'One paragraph.' },
          { type: 'list', items: ['first goes on', 'second: 2 * 3 = 6'] },
        ],
      },
      { heading: '2. What', blocks: [{ type: 'paragraph', text: '(*) Umlaute: äöüß „“ – €' }] },
    ],
  });
});

const wrong: readonly (readonly [string, string, RegExp])[] = [
  ['nothing', '', /must begin with one line "# title"/],
  ['no title', '## a\n\nb\n', /must begin with one line "# title"/],
  ['no heading', '# a\n', /has no "## heading"/],
  ['a text before the first heading', '# a\n\nb\n\n## c\n\nd\n', /line 3 stands before/],
  ['an empty section', '# a\n\n## b\n\n## c\n\nd\n', /nothing stands below "## b"/],
  ['a second title', '# a\n\n## b\n\nc\n\n# d\n', /line 7 starts with markup/],
  ['a third level', '# a\n\n### b\n', /line 3 starts with markup/],
  ['bold', '# a\n\n## b\n\nc **d**\n', /line 5 marks text as bold/],
  ['a link', '# a\n\n## b\n\n[c](https://example.org)\n', /line 5 holds a link/],
  ['HTML', '# a\n\n## b\n\n<script>alert(1)</script>\n', /line 5 holds HTML/],
  ['HTML in a list', '# a\n\n## b\n\n- <b>c\n', /line 5 holds HTML/],
  ['a table', '# a\n\n## b\n\n| c |\n', /line 5 starts with markup/],
  ['a numbered list', '# a\n\n## b\n\n1. c\n', /line 5 starts like a list with numbers/],
  ['a rule', '# a\n\n## b\n\n---\n', /line 5 starts with markup/],
  ['an unknown place', '# a\n\n## b\n\n{betreiber}\n', /line 5 holds a \{ that does not begin \{operator\}/],
  ['a control character', '# a\n\n## b\n\nc\u0007\n', /line 5 holds a control character/],
  ['a list that runs into a paragraph', '# a\n\n## b\n\n- c\nd\n', /line 5 begins a list with a line/],
];
for (const [name, source, message] of wrong) {
  t.test(`refused: ${name}`, async (t) => void t.throws(() => parseEditionText(source), message));
}

t.test('whatever a file holds, it is read or refused with a sentence', async () => {
  const piece = fc.constantFrom('# ', '## ', '- ', '  ', '\n', '\n\n', 'a', '{', '{operator}', '<', '**', '\r');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      try {
        return parseEditionText(pieces.join('')).sections.every(({ blocks }) => blocks.length > 0);
      } catch (error) {
        return error instanceof TypeError && error.message !== '';
      }
    }),
  );
});
