import t from 'tap';
import { takeover } from '../support/takeover.js';

t.test('a worker that is cut off is replaced, and does no harm afterwards', (t) =>
  takeover(t, (_worker, pull) => pull()),
);
