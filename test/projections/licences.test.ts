import t from 'tap';
import type { LicenceEvent } from '../../domain/licence/events.js';
import { noLicence } from '../../domain/licence/state.js';
import { licencesOf, licencesProjection } from '../../projections/licences.js';
import { testDatabase } from '../support/database.js';
import { projectionSpec } from '../support/projection-spec.js';
import { day, other, plantId, stranger } from '../support/plant-events.js';

const { db } = await testDatabase(t);

t.test('licences: the trial of each plant', async (t) => {
  const started: LicenceEvent = {
    type: 'TrialStarted',
    data: { plantId, at: day(3), firstDay: '2026-07-03', lastDay: '2026-08-11' },
  };
  await projectionSpec(db, licencesProjection, [
    { streamId: `licence-${plantId}`, event: started },
    { streamId: `licence-${other}`, event: { ...started, data: { ...started.data, plantId: other } } },
  ]).then(t, { licences: [{ plant_id: plantId }, { plant_id: other }] });
  const licences = await licencesOf(db, [plantId, stranger]);
  t.match(licences(plantId), {
    status: 'known',
    trial: { firstDay: '2026-07-03', lastDay: '2026-08-11' },
  });
  t.strictSame(licences(stranger), noLicence);
});
