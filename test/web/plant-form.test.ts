import t from 'tap';
import {
  checkPlant,
  emptyPlant,
  plantBody,
  proposedPower,
  readCoefficient,
  tariffCount,
  withTariffs,
  type PlantValues,
} from '../../web/plants/plant-form.js';
import { proposeTimeZone } from '../../web/plants/time-zones.js';
import { findTowns } from '../../web/plants/find-towns.js';
import { unmetRules } from '../../web/account/password-rules.js';

const text = (id: string) => id;

const typed: PlantValues = {
  ...emptyPlant('DE', 'Europe/Berlin'),
  '/name': ' Scheune Süd ',
  '/address/street': 'Hofweg 3',
  '/address/postcode': '72555',
  '/address/town': 'Metzingen',
  '/location/latitudeDeg': '48,5368',
  '/location/longitudeDeg': '9.2837',
  '/location/altitudeM': '350',
  '/moduleAreaM2': '1.240',
  '/generatorPowerW': '48,25',
  '/powerTemperatureCoefficientPercentPerK': '0,41',
};

t.test('a form filled in by a German becomes what the API asks for', async (t) => {
  const withOne = withTariffs(typed, 'add');
  const values: PlantValues = {
    ...withOne,
    '/feedInTariffs/0/from': '2019-04-01',
    '/feedInTariffs/0/centsPerKwh': '8,2',
  };
  t.same(Object.values(checkPlant(text, 'de', values)).filter(Boolean), []);
  t.match(plantBody(values, 'de'), {
    name: 'Scheune Süd',
    kind: 'pv',
    location: { latitudeDeg: 48.5368, longitudeDeg: 9.2837, altitudeM: 350, timeZone: 'Europe/Berlin' },
    powerTemperatureCoefficientPercentPerK: -0.41,
    moduleAreaM2: 1240,
    generatorPowerW: 48_250,
    feedInTariffs: [{ from: '2019-04-01', centsPerKwh: 8.2 }],
    public: false,
  });
});

t.test('each field that is missing or wrong is named', async (t) => {
  const errors = checkPlant(text, 'de', {
    ...withTariffs(typed, 'add'),
    '/name': '',
    '/location/latitudeDeg': '91',
    '/moduleAreaM2': 'viel',
    '/powerTemperatureCoefficientPercentPerK': '-3',
  });
  t.match(errors, {
    '/name': 'form.required',
    '/location/latitudeDeg': 'form.range',
    '/moduleAreaM2': 'form.number',
    '/feedInTariffs/0/from': 'plantForm.day',
  });
  t.equal(errors['/powerTemperatureCoefficientPercentPerK'], 'plantForm.coefficientRange');
  for (const [day, message] of [
    ['1989-12-31', 'plantForm.tariffDay'],
    ['1990-01-01', undefined],
    ['2099-12-31', undefined],
    ['2100-01-01', 'plantForm.tariffDay'],
    ['2999-01-01', 'plantForm.tariffDay'],
  ] as const) {
    const dated = { ...withTariffs(typed, 'add'), '/feedInTariffs/0/from': day, '/feedInTariffs/0/centsPerKwh': '8' };
    t.equal(checkPlant(text, 'de', dated)['/feedInTariffs/0/from'], message, day);
  }
});

t.test('rates come and go, the others keep what was typed', async (t) => {
  const three = withTariffs(withTariffs(withTariffs(typed, 'add'), 'add'), 'add');
  const filled: PlantValues = { ...three, '/feedInTariffs/2/from': '2030-01-01' };
  const two = withTariffs(filled, { remove: 0 });
  t.equal(tariffCount(two), 2);
  t.equal(two['/feedInTariffs/1/from'], '2030-01-01');
});

t.test('proposals', async (t) => {
  t.equal(proposedPower('240', 'de'), '48');
  t.equal(proposedPower('12,3', 'de'), '2,46');
  t.equal(proposedPower('', 'de'), '');
  t.equal(readCoefficient('0,4', 'de'), -0.4);
  t.equal(readCoefficient('-0.4', 'en'), -0.4);
  t.equal(readCoefficient('0', 'de'), 0);
  t.equal(proposeTimeZone('DE', 9, 'Asia/Tokyo'), 'Europe/Berlin');
  t.equal(proposeTimeZone('US', -118, 'Europe/Berlin'), 'America/Los_Angeles');
  t.equal(proposeTimeZone('ES', -15.4, 'Europe/Berlin'), 'Atlantic/Canary');
  t.equal(proposeTimeZone('KE', 37, 'Europe/Berlin'), 'Etc/GMT-2');
  t.equal(proposeTimeZone('KE', undefined, 'Europe/Berlin'), 'Europe/Berlin');
});

t.test('the checklist of the password follows the public policy', async (t) => {
  const policy = {
    minLength: 8,
    specialCharacters: '!@#',
    maxAgeDays: 365,
    minAgeDays: 2,
    historyLength: 8,
    maxFailedAttempts: 5,
    failureWindowMinutes: 5,
    lockMinutes: 15,
    refusesCommonPasswords: true,
    rules: ['too-short', 'letter-missing', 'digit-missing', 'special-character-missing', 'rule-of-tomorrow'].map(
      (code) => ({ code: `password.${code}`, text: code }),
    ),
  };
  t.same(
    [...unmetRules('abc', policy)],
    ['password.too-short', 'password.digit-missing', 'password.special-character-missing'],
  );
  t.equal(unmetRules('sonne#2026', policy).size, 0);
});

t.test('towns are found by the beginning of their name, those of the country first', async (t) => {
  const town = (name: string, country: string) => ({ name, country, latitudeDeg: 0, longitudeDeg: 0, altitudeM: 0 });
  const towns = [town('München', 'DE'), town('Neustadt', 'AT'), town('Neustadt', 'DE'), town('Großneustadt', 'DE')];
  const names = (query: string) => findTowns(towns, query, 'DE').map(({ name, country }) => `${name} ${country}`);
  t.same(names('neust'), ['Neustadt DE', 'Neustadt AT']);
  for (const query of ['Mü', 'mun', 'MUENCH']) t.same(names(query), ['München DE'], query);
  t.same(names('grossn'), ['Großneustadt DE']);
  t.same(
    findTowns([{ ...town('Wien', 'AT'), otherName: 'Vienna' }], 'vien', 'DE').length,
    1,
    'by its English name, too',
  );
  t.same(names(' '), []);
  t.equal(findTowns(towns, 'n', 'DE', 1).length, 1);
});

t.test('towns of the same name are told apart by a larger one nearby', async (t) => {
  const town = (name: string, latitudeDeg: number, longitudeDeg: number, country = 'DE') => ({
    ...{ name, country, latitudeDeg, longitudeDeg, altitudeM: 0 },
  });
  const towns = [
    town('Dresden', 51.05, 13.74),
    town('Ludwigshafen', 49.48, 8.45),
    town('Neustadt', 49.35, 8.14),
    town('Neustadt', 51.02, 14.21),
    town('Neustadt', 47.81, 16.25, 'AT'),
    town('Neustadtl', 50.1, 12.1),
  ];
  t.same(
    findTowns(towns, 'neustadt', 'DE').map(({ name, country, near }) => [name, country, near?.name]),
    [
      ['Neustadt', 'DE', 'Ludwigshafen'],
      ['Neustadt', 'DE', 'Dresden'],
      ['Neustadtl', 'DE', undefined],
      ['Neustadt', 'AT', undefined],
    ],
  );
});
