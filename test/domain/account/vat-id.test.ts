import t from 'tap';
import { vatIdFault } from '../../../domain/account/decide-identity.js';
import {
  authorityFor,
  isInEu,
  normalizedVatId,
  parseVatId,
  vatStates,
  vatStructures,
} from '../../../domain/account/vat-id.js';
import { vatStructures as structuresOfForms, wrongVatId } from '../../../web/forms/vat-ids.js';

const right = [
  ['DE147167387', 'DE'],
  ['de 147 167 387', 'DE'],
  ['DE-136.695.976', 'DE'],
  // Samples of the authorities, whose check digits are wrong.
  ['DE123456789', 'DE'],
  ['ATU12345678', 'AT'],
  ['CZ00177041', 'CZ'],
  ['BE1000341796', 'BE'],
  ['BE0411905847', 'BE'],
  ['XI110305878', 'XI'],
  ['XIGD123', 'XI'],
  ['EL094014201', 'EL'],
  ['GR094014201', 'EL'],
  ['NL000099995B57', 'NL'],
  ['BG831641791', 'BG'],
  ['FRK7399859412', 'FR'],
  ['FR40303265045', 'FR'],
  ['IE6433435F', 'IE'],
  ['IE3628739UA', 'IE'],
  ['IE8D79739I', 'IE'],
  ['ESX1234567L', 'ES'],
  ['ES54362315K', 'ES'],
  ['ESB58378431', 'ES'],
  ['CY10259033P', 'CY'],
  ['SE556188840401', 'SE'],
  ['RO18547290', 'RO'],
  ['LT100001919017', 'LT'],
  ['IT00743110157', 'IT'],
  ['PL8567346215', 'PL'],
  ['HR33392005961', 'HR'],
] as const;

const wrong = [
  '',
  'DE',
  'DE1',
  'DE1234567890',
  'DE12345678A',
  '147167387',
  'CHE107787577MWST',
  'GB980780684',
  'EU826010755',
  'SE556188840402',
  'NL000099995C57',
  'FRI012345678',
  'ＤＥ147167387',
  'toString',
];

t.test('the structure of a VAT id', async (t) => {
  for (const [text, state] of right) t.equal(parseVatId(text)?.state, state, text);
  for (const text of wrong) t.equal(parseVatId(text), null, text);
  t.strictSame(parseVatId('gr 094.014.201'), { state: 'EL', number: '094014201', text: 'EL094014201' });
  t.equal(normalizedVatId(' de 147 167 387\t'), 'DE147167387');
  t.equal(vatStates.length, 28);
});

t.test('forms judge a VAT id as the server does', async (t) => {
  t.strictSame(structuresOfForms, vatStructures);
  const says = (country: string, vatId: string) => wrongVatId((id) => id, country, vatId);
  for (const [text] of right) {
    const country = ['DE', 'AT', 'GR'].find((one) => vatIdFault(text, { country: one }) === null) ?? 'DE';
    t.equal(says(country, text), vatIdFault(text, { country }) === null ? undefined : 'form.vatIdElsewhere', text);
    t.equal(says('CY', text), vatIdFault(text, { country: 'CY' }) === null ? undefined : 'form.vatIdElsewhere', text);
  }
  for (const text of wrong) t.equal(says('DE', text), text.trim() === '' ? undefined : 'form.vatId', text);
  for (const country of ['CH', 'XI', 'constructor']) t.equal(says(country, 'CHE-107.787.577 MWST'), undefined, country);
  t.equal(says('GR', 'DE12'), 'form.vatId');
});

t.test('German ids go to VIES, all others to the German tax office', async (t) => {
  for (const state of vatStates) t.equal(authorityFor({ state }), state === 'DE' ? 'VIES' : 'BZST', state);
});

t.test('who has a VAT id of the EU', async (t) => {
  for (const country of ['DE', 'AT', 'GR', 'CY']) t.ok(isInEu(country), country);
  for (const country of ['CH', 'GB', 'NO', 'XI', 'US', '', 'constructor']) t.notOk(isInEu(country), country);
});
