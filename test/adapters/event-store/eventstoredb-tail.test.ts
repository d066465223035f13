import t from 'tap';
import { openTail } from '../../../adapters/event-store/eventstoredb/tail.js';
import { StoreUnavailable } from '../../../adapters/event-store/port.js';

t.test('what keeps the tail from going on reaches those who watch', async (t) => {
  let failure: Error = new StoreUnavailable('away');
  const tail = openTail({
    line: () => Promise.reject(failure),
    giveUp: () => undefined,
    head: () => Promise.resolve(7n),
    silenceMs: 1_000,
  });
  t.teardown(() => tail.close());
  let rings = 0;
  let ring: () => void = () => undefined;
  tail.watch(null, () => {
    rings++;
    ring();
  });
  const rung = () => new Promise<void>((resolve) => (ring = resolve));

  await tail.start();
  if (rings === 0) await rung();
  t.equal(tail.reached(), 7n, 'a server that is away is waited for');
  failure = new TypeError('not an event');
  await rung();
  t.throws(() => tail.reached(), failure, 'a mistake is told');
  failure = new StoreUnavailable('away');
  await rung();
  t.equal(tail.reached(), 7n, 'until it is over');
});
