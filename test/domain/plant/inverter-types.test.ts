import t from 'tap';
import { InverterType, matchInverterType, ratedPower } from '../../../domain/plant/inverter-types.js';
import { supportedInverterTypes } from '../../../domain/plant/supported-inverter-types.js';

t.test('every delivered type is valid, and none of its names leads to another type', async (t) => {
  t.equal(new Set(supportedInverterTypes.map((type) => type.id)).size, supportedInverterTypes.length);
  for (const type of supportedInverterTypes) {
    InverterType.parse(type);
    for (const name of [type.id, type.model, ...type.aliases]) {
      t.equal(matchInverterType(supportedInverterTypes, name)?.id, type.id, name);
    }
  }
});

t.test('device strings and spellings find their type', async (t) => {
  const powerOf = (text: string) => matchInverterType(supportedInverterTypes, text)?.nominalPowerW;
  t.equal(powerOf('802R020'), 19_200);
  t.equal(powerOf('refusol 008k'), 8_250);
  t.equal(powerOf(' Siemens SINVERT PVM17 '), 16_500);
  t.equal(powerOf('AE_3TL-23_6-08'), 22_230);
  t.equal(powerOf('AE 3TL 46'), 46_000);
  t.equal(powerOf('804R012'), 12_120);
  t.equal(powerOf('Unknown'), undefined);
  t.equal(powerOf(' - '), undefined);
});

t.test('an unknown type counts 20 kW, as an assumption', async (t) => {
  t.strictSame(ratedPower(null), { typeId: null, nominalPowerW: 20_000, powerAssumed: true });
});
