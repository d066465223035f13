import { fc } from '../../support/properties.js';
import t from 'tap';
import {
  allowedSpecialCharacters,
  illegalCharacters,
  isLatin,
  suggestLatin,
} from '../../../domain/account/latin-spelling.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'äöüÄÖÜßẞaA Zé/+@–’«»"§#%ŠřłØŢĦΑθήваあ漢\u0308\u200b\u00a0\n'), maxLength: 40 }),
);
const allowedText = fc.string({ unit: fc.constantFrom(...`aZ09 ${allowedSpecialCharacters}`), maxLength: 40 });

t.test('a suggestion holds only what the check takes, and is never empty', async (t) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const suggestion = suggestLatin(text);
      return suggestion === null || (isLatin(suggestion) && suggestion.trim() !== '');
    }),
    { numRuns: 600 },
  );
  t.pass('600 texts');
});

t.test('a suggestion is not improved again, and what is allowed stays', async (t) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const suggestion = suggestLatin(text);
      return suggestion === null || suggestLatin(suggestion) === suggestion;
    }),
    { numRuns: 600 },
  );
  fc.assert(
    fc.property(allowedText, (text) => (suggestLatin(text) ?? '') === text.replaceAll(/ +/g, ' ').trim()),
    { numRuns: 300 },
  );
  t.pass('900 texts');
});

t.test('it does not matter how a letter is composed', async (t) => {
  fc.assert(
    fc.property(anyText, (text) => suggestLatin(text.normalize('NFD')) === suggestLatin(text)),
    { numRuns: 300 },
  );
  t.equal(suggestLatin('Mu\u0308ller'), 'Mueller');
});

t.test('exactly the texts with illegal characters are not Latin', async (t) => {
  fc.assert(fc.property(anyText, (text) => isLatin(text.normalize('NFC')) === (illegalCharacters(text).length === 0)));
  t.strictSame(illegalCharacters('Straße 12/14, Köln/Köln'), ['ß', '/', 'ö']);
  t.strictSame(illegalCharacters(`Aa 09 ${allowedSpecialCharacters}`), []);
});

const examples = {
  'Müller & Söhne': 'Mueller & Soehne',
  MÜLLER: 'MUELLER',
  'Übel GmbH': 'Uebel GmbH',
  'ÜBER ALLES': 'UEBER ALLES',
  Ü: 'Ue',
  'Straße ÄÖÜ ẞ': 'Strasse AEOEUE SS',
  STRAßE: 'STRASSE',
  Großhandel: 'Grosshandel',
  'Straße 12/14': 'Strasse 12-14',
  'Vestas A/S': 'Vestas A-S',
  'ŠKODA AUTO a.s.': 'SKODA AUTO a.s.',
  'tř. Václava Klementa 869': 'tr. Vaclava Klementa 869',
  Łódź: 'Lodz',
  Ørsted: 'Orsted',
  'Ţară Ħal': 'Tara Hal',
  Αθήνα: 'Athina',
  София: 'Sofiya',
  'Sun – Wind': 'Sun – Wind',
  'L’Énergie «Verte»': "L'Energie 'Verte'",
  '  zwei   Blanks\t ': 'zwei Blanks',
  'Solar + Co.': 'Solar & Co.',
};

t.test('German practice, other alphabets, signs', async (t) => {
  for (const [text, suggestion] of Object.entries(examples)) t.equal(suggestLatin(text), suggestion, text);
  for (const text of ['', ' ', '§§', '%\u200b']) t.equal(suggestLatin(text), null, JSON.stringify(text));
});
