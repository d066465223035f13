import { fc } from '../../support/properties.js';
import t from 'tap';
import { isDeceptive, isForeignAddress, userNameKey } from '../../../domain/account/user-name.js';

t.test('user names that look the same are the same', async (t) => {
  const same = ['paul.ocean', ' PAUL.OCEAN ', 'Paul.Ocean', 'ｐａｕｌ.ocean', 'раul.осеаn', 'PАUL.ΟCEAN'];
  for (const variant of same) t.equal(userNameKey(variant), 'paul.ocean', variant);
  t.equal(userNameKey('Weiß'), userNameKey('WEISS'));
  t.equal(userNameKey('Weiß'), userNameKey('WEIẞ'));
  t.equal(userNameKey('Noё'), 'noë', 'a look-alike under an accent');
  t.equal(userNameKey('Noе\u0308'), 'noë', 'the same with the accent apart');
  t.not(userNameKey('paul1'), userNameKey('paul2'));
  t.not(userNameKey('müller'), userNameKey('muller'));
});

t.test('a name is written in one script, and in letters of a language', async (t) => {
  for (const name of [
    ...[
      'pаul',
      'Παul',
      'müllеr',
      'ɑnna',
      'pɑul',
      'ᴘaul',
      'ꭺnna',
      'Ꭺꭺ',
      'օո',
      'Օս7',
      'ѕpace',
      'аnna.b',
      'ǃpaul',
      'ꓑꓮꓴꓡ',
      'ⲣaul',
    ],
  ]) {
    t.ok(isDeceptive(name), name);
  }
  for (const name of [
    ...[
      'paul.ocean',
      'Müller',
      'Łukasz-2',
      'Yılmaz',
      'Weiß',
      'Юрий',
      'Ελένη',
      '山田太郎',
      'ひろみ山',
      '김철수',
      'Արմեն',
      'يوسف',
    ],
    ...['anna@example.org', '12345', 'ｐａｕｌ'],
  ]) {
    t.notOk(isDeceptive(name), name);
  }
});

t.test('a user name is nobody else’s address', async (t) => {
  const isForeign = (userName: string) => isForeignAddress(userName, 'Anna@example.org');
  for (const name of ['paul@example.org', 'anna@example.com', 'anna@home']) t.ok(isForeign(name), name);
  for (const name of ['anna@EXAMPLE.org', 'anna', 'anna@', 'a.b_c+d']) t.notOk(isForeign(name), name);
});

t.test('the key of a key is that key', async (t) => {
  // Every character there is, alone and under an accent: this found ῍, which is a space and two accents.
  const strays: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code);
    for (const name of [character, `${character}\u0301`]) {
      const key = userNameKey(name);
      if (userNameKey(key) !== key) strays.push(code.toString(16));
    }
  }
  t.strictSame(strays, []);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => userNameKey(userNameKey(name)) === userNameKey(name)),
    { numRuns: 1000 },
  );
});
