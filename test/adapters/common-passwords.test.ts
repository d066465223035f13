import t from 'tap';
import { noCommonPasswords, zxcvbnCommonPasswords } from '../../adapters/common-passwords/common-passwords.js';

const common = zxcvbnCommonPasswords();

t.test('what attackers try first is common, also where it keeps the rules of the policy', (t) => {
  for (const password of ['Passw0rd!', 'P@ssw0rd1', 'Qwerty123!', 'Admin123!', 'abc123!?', '1qaz2wsx!', 'aaaaaa1!']) {
    t.ok(common.includes(password, []), password);
    t.notOk(noCommonPasswords.includes(password, []), 'unless the check is switched off');
  }
  t.end();
});

t.test('so is what is chosen most often in German', (t) => {
  for (const password of [
    'Passwort123!',
    'P@ssw0rt-1',
    'Hallo-Welt1!',
    'Schalke04!',
    'Fußball1!',
    'Sommer2026!',
    '#1Qwertz',
    '!2026München',
  ]) {
    t.ok(common.includes(password, []), password);
    t.notOk(noCommonPasswords.includes(password, []), 'unless the check is switched off');
  }
  for (const password of ['Sommer-Tomate-7', 'Schatz!48291075', 'Passwortmanager-4712-x']) {
    t.notOk(common.includes(password, []), `${password}: a longer one begins like it`);
  }
  t.end();
});

t.test('so are the names of the portal and of the owner', (t) => {
  t.ok(common.includes('SiteLink1!', []));
  t.ok(common.includes('Xaverl.Huber1!', ['xaverl.huber']));
  t.notOk(common.includes('Xaverl.Huber1!', []));
  t.end();
});

t.test('others are not', (t) => {
  for (const password of ['Sonne-2027', 'xk7!Qp2w', 'drei Dachrinnen im 4. Hof!', 'Mond#Krug81']) {
    t.notOk(common.includes(password, ['anna', 'anna@example.org']), password);
  }
  t.end();
});

t.test('the longest that the forms take costs no more than a moment, whatever stands in it', (t) => {
  for (const piece of ['Pa55w0rd', 'aA1!', '@0$$1!5$3480|', '\u{1f600}\u0301']) {
    t.type(common.includes(piece.repeat(200), [piece.repeat(5)]), 'boolean');
  }
  t.end();
});
