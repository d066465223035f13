import t from 'tap';
import { takeover } from '../support/takeover.js';

t.test('a worker that is frozen is replaced, and does no harm afterwards', (t) =>
  takeover(t, (worker) => worker.freeze()),
);
