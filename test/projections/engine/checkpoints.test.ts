import t from 'tap';
import {
  ensureCheckpoint,
  markAhead,
  markFailed,
  moveCheckpoint,
  readCheckpoints,
} from '../../../projections/engine/checkpoints.js';
import { testDatabase } from '../../support/database.js';

t.test('what an old runner says comes too late', async (t) => {
  const { db } = await testDatabase(t);
  const follower = { name: 'fenced', version: 2 };
  const move = (from: bigint, to: bigint) => db.transaction().execute((tx) => moveCheckpoint(tx, follower, from, to));
  const failure = async () => (await readCheckpoints(db, ['fenced']))[0]?.failure;
  await ensureCheckpoint(db, follower);
  t.ok(await move(0n, 5n));
  t.notOk(await move(0n, 6n), 'it stands elsewhere');

  await markFailed(db, follower, 5n, 'met before the checkpoint moved over it');
  t.equal(await failure(), null);
  await markFailed(db, { ...follower, version: 1 }, 6n, 'met by the release before');
  t.equal(await failure(), null);
  await markFailed(db, { ...follower, version: 3 }, 6n, 'met by a release to come');
  t.equal(await failure(), null);
  await markAhead(db, follower, 4n, 3n);
  t.equal(await failure(), null, 'seen before it moved');

  await markFailed(db, follower, 6n, 'cannot digest this');
  t.strictSame(await failure(), { position: 6n, reason: 'cannot digest this' });
  t.ok(await move(5n, 6n));
  t.equal(await failure(), null, 'whoever gets over it takes the mark away');
  await markFailed(db, follower, 6n, 'the old runner wakes up');
  t.equal(await failure(), null);
});
