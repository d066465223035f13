import { fc } from '../../support/properties.js';
import t from 'tap';
import { passwordPolicy, passwordRules, violations } from '../../../domain/account/password-policy.js';

const character = (characters: string) => fc.constantFrom(...characters);
const letter = character('abcXYZäßçЖ');
const digit = character('0123456789');
const special = character(passwordPolicy.specialCharacters);

t.test('every broken rule is named', async (t) => {
  t.strictSame(violations(''), passwordRules);
  t.strictSame(violations('Sonne-2026'), []);
  t.strictSame(violations('Sonn-26'), ['password.too-short']);
  t.strictSame(violations('12345678-'), ['password.letter-missing']);
  t.strictSame(violations('Sonne-Mond'), ['password.digit-missing']);
  t.strictSame(violations('Sonne2026'), ['password.special-character-missing']);
  t.strictSame(violations('Sonne٣٣-'), ['password.digit-missing'], 'a digit is 0 to 9');
  t.strictSame(violations('🌞🌞🌞a1-'), ['password.too-short'], 'characters count, not code units');
});

t.test('what has length, letter, digit and special character is accepted, in any order', async () => {
  fc.assert(
    fc.property(letter, digit, special, fc.string({ minLength: 5, maxLength: 60 }), fc.nat(), (a, b, c, rest, cut) => {
      const at = cut % (rest.length + 1);
      return violations(rest.slice(0, at) + a + b + c + rest.slice(at)).length === 0;
    }),
  );
});

t.test('a longer password breaks no rule that its beginning keeps', async () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (beginning, more) => {
      const before = violations(beginning);
      return violations(beginning + more).every((violation) => before.includes(violation));
    }),
  );
});
