import t from 'tap';
import { openProjections } from '../../../projections/engine/engine.js';
import type { Projection } from '../../../projections/engine/projection.js';
import { count, Counted, counting } from '../../support/counting.js';
import { newStream } from '../../support/new-events.js';
import { eventually } from '../../support/eventually.js';
import { testLog } from '../../support/log.js';

const { db, pool, leases, log } = await testLog(t, [Counted]);
const common = { db, pool, leases, log, retryMs: 20 };

/** Tables of version 1, up to date, that nobody follows any more. */
async function outdated(names: readonly string[]): Promise<void> {
  const first = openProjections({ ...common, projections: names.map((name) => counting(name)) });
  await first.start();
  t.ok(await first.waitFor(await log.head(), { timeoutMs: 10_000 }));
  await first.stop();
}

function tellingWhenCreated(projection: Projection, created: (name: string) => void): Projection {
  return {
    ...projection,
    async create(tx) {
      await projection.create(tx);
      created(projection.name);
    },
  };
}

t.test('new versions are built one after the other, and one that cannot be built holds up no other', async (t) => {
  const names = ['bad', 'one', 'two', 'three'];
  await count(log, newStream('counter'), { by: 1 }, { by: 1, poison: true });
  await outdated(names);
  let broken = true;
  let most = 0;
  const building = new Set<string>();
  const troubles: string[] = [];
  const second = openProjections({
    ...common,
    projections: names.map((name) =>
      tellingWhenCreated(counting(name, { version: 2, refuse: () => broken && name === 'bad' }), () => {
        building.add(name);
        most = Math.max(most, building.size);
      }),
    ),
    onRebuilt: ({ name }) => building.delete(name),
    onTrouble(name) {
      troubles.push(name);
      building.delete(name.replace('rebuilding ', ''));
    },
  });
  t.teardown(() => second.stop());
  await second.start();
  const versions = async () => (await second.status()).map(({ version }) => version);
  await eventually(async () => (await versions()).join() === '1,2,2,2');
  t.ok(troubles.includes('rebuilding bad'));
  broken = false;
  await eventually(async () => (await versions()).every((version) => version === 2));
  t.equal(most, 1, 'one at a time');
  await second.stop();
});

t.test('stopping ends the building of new versions, also of those that wait', async (t) => {
  const names = ['begun', 'waiting'];
  await outdated(names);
  const begun: string[] = [];
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const created = (name: string) => {
    begun.push(name);
    arrive();
  };
  const second = openProjections({
    ...common,
    projections: names.map((name) => tellingWhenCreated(counting(name, { version: 2 }), created)),
  });
  await second.start();
  await arrived;
  await second.stop();
  t.strictSame(begun, ['begun']);
  t.equal((await second.status()).at(-1)?.version, 1, 'the old tables stay');
});
