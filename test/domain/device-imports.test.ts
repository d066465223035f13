import t from 'tap';
import { deviceImportsDecider } from '../../domain/device-registry/imports.js';
import { given } from '../support/given.js';

const at = '2026-11-28T10:00:00Z';
const counts = { imported: 2, updated: 0, unchanged: 3, typeUnknown: 0, refused: 1 };

t.test('who brought devices is noted, unless nothing changed', async (t) => {
  given(deviceImportsDecider, [])
    .when({ type: 'NoteDeviceImport', at, ...counts })
    .then(t, [{ type: 'DevicesImported', data: { at, ...counts } }]);
  given(deviceImportsDecider, [])
    .when({ type: 'NoteDeviceImport', at, ...counts, imported: 0 })
    .then(t, []);
});
