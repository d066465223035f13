import t from 'tap';
import { reachedStep, withDevice, type DraftValues } from '../../web/repairs/draft-values.js';
import { trackOf } from '../../web/repairs/track.js';

type Tracked = Parameters<typeof trackOf>[0];
const at = (statuses: readonly Tracked['status'][]) =>
  statuses.map((status, index) => ({ status, at: `2027-02-0${index + 1}T10:00:00Z` }));
const repair = (steps: readonly Tracked['status'][], more: Partial<Tracked> = {}): Tracked => ({
  ...{ status: steps.at(-1) ?? 'draft', steps: at(steps), offer: null, invoice: null, isDeviceAway: false },
  ...more,
});
const shown = (one: Tracked) => trackOf(one).map(({ key, state }) => `${key} ${state}`);
const offer = { gross: { cents: 58_310 } };

t.test('a repair shows what was, what is and what comes', async (t) => {
  t.strictSame(shown(repair(['draft', 'requested'])), [
    ...['sent done', 'inCheck now', 'offer coming', 'accepted coming', 'paid coming', 'underWay coming'],
    ...['inRepair coming', 'shippedBack coming', 'closed coming'],
  ]);
  const offered = repair(['draft', 'requested', 'offered', 'offered'], { offer });
  t.strictSame(shown(offered).slice(0, 4), ['sent done', 'inCheck done', 'offer now', 'accepted coming']);
  t.equal(trackOf(offered)[2]?.at, '2027-02-04T10:00:00Z', 'of the present offer');
  // The office notes the arrival of a device whose sending nobody noted.
  const bench = repair(['draft', 'requested', 'offered', 'accepted', 'inRepair'], { offer, isDeviceAway: true });
  t.strictSame(shown(bench).slice(3, 8), [
    ...['accepted done', 'paid coming', 'underWay done', 'inRepair now', 'shippedBack coming'],
  ]);
  const paid = repair(['draft', 'requested', 'offered', 'accepted'], { offer, invoice: { paidOn: '2027-02-05' } });
  t.match(trackOf(paid)[4], { key: 'paid', state: 'done', at: '2027-02-05' });
  const free = { offer: { gross: { cents: 0 } } };
  t.notOk(shown(repair(['draft', 'requested', 'offered'], free)).some((step) => step.startsWith('paid')));
  const all = ['draft', 'requested', 'offered', 'accepted', 'dispatched', 'inRepair', 'sentBack', 'closed'] as const;
  t.ok(trackOf(repair(all, free)).every(({ state }) => state === 'done'));
});

t.test('what ended before shows where, and whether the device comes back', async (t) => {
  t.strictSame(shown(repair(['draft', 'requested', 'withdrawn'])), ['sent done', 'withdrawn ended']);
  t.strictSame(shown(repair(['draft', 'requested', 'offered', 'refused'], { offer })).slice(2), [
    ...['offer done', 'refused ended'],
  ]);
  const away = ['draft', 'requested', 'offered', 'accepted', 'dispatched', 'withdrawn'] as const;
  t.strictSame(shown(repair(away, { offer, isDeviceAway: true })).slice(-3), [
    ...['underWay done', 'withdrawn ended', 'return coming'],
  ]);
  const back = repair([...away, 'sentBack'], { offer, status: 'withdrawn' });
  t.strictSame(shown(back).slice(-2), ['withdrawn ended', 'return done']);
});

t.test('a request goes on where something is missing, and a category is that of its device', async (t) => {
  const full = {
    ...{ '/device/plantId': '', '/device/inverterId': '', '/device/serialNumber': 'A1', '/device/type': 'AE 3TL' },
    ...{ '/device/deliveredOn': '2020-01-01', '/device/category': 'ae', '/report/fault': 'Aus' },
    ...{
      '/report/remoteMonitoring': 'none',
      '/report/specialSettings': '',
      '/contact/name': 'Anna',
      '/contact/phone': '1',
    },
    ...{
      '/contact/email': 'a@example.org',
      '/contact/company': '',
      '/contact/street': 'Weg 1',
      '/contact/postcode': '1',
    },
    ...{ '/contact/town': 'Ulm', '/contact/country': 'DE' },
  } satisfies DraftValues;
  t.equal(reachedStep(full), 'summary');
  t.equal(reachedStep({ ...full, '/contact/phone': ' ' }), 'contact');
  t.equal(reachedStep({ ...full, '/contact/phone': '', '/report/fault': '' }), 'fault');
  t.equal(withDevice(full, { '/device/type': 'AE 3TL ' })['/device/category'], 'ae');
  t.equal(withDevice(full, { '/device/serialNumber': 'A2' })['/device/category'], '');
});
