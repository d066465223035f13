import { randomUUID } from 'node:crypto';
import t from 'tap';
import type { OperatorRole } from '../../domain/account/access.js';
import { deviceImportsStream } from '../../domain/device-registry/imports.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

const portal = await testPortal(t);
const url = `${portal.url}/api/v1/office/devices`;

async function session(role: OperatorRole) {
  const id = await newOperator(portal, [role]);
  return { id, ...(await sessionOf(portal, id, { secondFactor: true })) };
}
const manager = await session('catalogue-manager');

async function upload(
  file: string | null,
  { path = '/import', headers = manager.headers }: { path?: string; headers?: object } = {},
) {
  const body = new FormData();
  if (file !== null) body.append('file', new Blob([file]), 'devices.csv');
  const answer = await fetch(`${url}${path}`, { method: 'POST', body, headers: { ...headers } });
  return { status: answer.status, body: (await answer.json()) as object };
}

t.test('a list is looked at, then taken, and the log says by whom', async (t) => {
  const serial = `REG${randomUUID().slice(0, 6)}`.toUpperCase();
  const { items } = (await callJson(`${portal.url}/api/v1/inverter-types`, 'GET')).body;
  const lines = [
    'Seriennummer;activationCode;type',
    `${serial};ABCD-1;${items[0].model}`,
    `${serial}B;ABCD-2;Kaffeemaschine`,
  ];
  const odd = [';ABCD-3;', `${serial}C;;`, `${serial};ABCD-9;`];
  const file = [...lines, ...odd].join('\n');
  const verdicts = {
    counts: { imported: 1, updated: 0, unchanged: 0, typeUnknown: 1, refused: 3 },
    rows: [
      { line: 3, serialNumber: `${serial}B`, verdict: 'typeUnknown' },
      { line: 4, verdict: 'serialNumberMalformed' },
      { line: 5, verdict: 'activationCodeMalformed' },
      { line: 6, verdict: 'repeatedInFile' },
    ],
    moreRows: 0,
  };
  const history = async () => (await portal.system.log.load(deviceImportsStream)).events;
  const life = (of: string) => callJson(`${url}/${of}`, 'GET', undefined, advocate.headers);
  const advocate = await session('advocate');
  t.match(await upload(file, { path: '/import/preview' }), { status: 200, body: verdicts });
  t.equal((await life(serial)).status, 404, 'nothing is stored');
  t.equal((await history()).length, 0);

  t.match(await upload(file), { status: 200, body: verdicts });
  t.match(await life(serial), { status: 200, body: { isRegistered: true, type: { model: items[0].model } } });
  t.notMatch(JSON.stringify((await life(serial)).body), 'ABCD-1', 'the code is told to nobody');
  t.match(await history(), [{ type: 'DevicesImported', data: { imported: 1, refused: 3 } }]);
  const recorded = await portal.system.store.readStream(deviceImportsStream);
  t.match(JSON.stringify(recorded?.map(({ metadata }) => metadata)), manager.id);

  t.match(await upload(lines.slice(0, 2).join('\n')), { body: { counts: { imported: 0, unchanged: 1 } } });
  t.equal((await history()).length, 1, 'what changed nothing is no fact');
});

t.test('what is no list of devices is refused, and who may not bring one', async (t) => {
  for (const path of ['/import', '/import/preview']) {
    t.match(await upload('a;b\n1;2', { path }), { status: 422, body: { code: 'spreadsheet.registryColumnsMissing' } });
    t.match(await upload('\u0000\u0001', { path }), { status: 422 });
    t.match(await upload(null, { path }), { status: 422, body: { code: 'spreadsheet.missing' } });
    t.match(await upload('x', { path, headers: (await session('support')).headers }), { status: 403 });
  }
});
