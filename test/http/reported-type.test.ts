import t from 'tap';
import { okReply } from '../../adapters/inverter-protocol/replies.js';
import { PlantId, streamOf } from '../../domain/kernel/ids.js';
import { DeviceSocket } from '../support/device-socket.js';
import { newInverter, newOwner, newPlant } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

const portal = await testPortal(t);
const owner = await newOwner(portal.url);
const device = await DeviceSocket.open(Number(new URL(portal.url).port));
t.teardown(async () => device.close());

const configuration = (serialNumber: string, text: string) =>
  `xmlData=<cfg m="502DF400489C" s="${serialNumber}"><type>${text}</type></cfg>`;

async function send(body: string): Promise<void> {
  const answer = await device.send(body);
  if (answer?.body !== okReply) throw new Error(`refused: ${JSON.stringify(answer)}`);
}

async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

t.test('an inverter of unknown type counts its own power once the device has sent its configuration', async (t) => {
  const plantId = await newPlant(owner);
  const plant = async () => (await owner.call('GET', `/plants/${plantId}`)).body;
  const determined = async () => {
    const { events } = await portal.system.log.load(streamOf.plant(PlantId.parse(plantId)));
    return events.filter(({ type }) => type === 'InverterTypeDetermined').map(({ data }) => data);
  };
  await send(configuration('TELLS', '802R017'));
  const inverterId = await newInverter(owner, plantId, 'TELLS');
  const clockS = Math.floor(Date.now() / 1000) - 600;
  await eventually(async () => {
    await send(`xmlData=<rd><m>502DF400489C</m><s>TELLS</s><d t="${clockS}" l="600"><p i="C">14</p></d></rd>`);
    return (await owner.call('GET', `/plants/${plantId}/overview`)).body.inverters[0].todayWh !== null;
  });
  t.match(await plant(), { nominalPowerW: 20_000 });

  await send(configuration('TELLS', '802R017 or 802R020'));
  await send(configuration('TELLS', 'X802R0170'));
  await send(configuration('STRANGER', '802R023'));
  await send(configuration('TELLS', 'RFP-802R017-29-49-S'));
  await eventually(async () => (await plant()).nominalPowerW !== 20_000);
  t.match(await plant(), { nominalPowerW: 16_500 });
  t.match(await determined(), [{ inverterId, typeId: 'refusol-017k', nominalPowerW: 16_500, reason: 'reported' }]);
  const { rows } = await portal.system.database.pool.query('select count(*)::int as kept from raw_messages');
  t.same(rows, [{ kept: 5 }], 'and each message is kept as it came');
});
