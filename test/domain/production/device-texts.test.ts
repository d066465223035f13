import t from 'tap';
import { deviceError, deviceErrors } from '../../../domain/production/device-errors.js';
import { deviceState, deviceStates } from '../../../domain/production/device-states.js';

t.test('states have the numbers of the original portal, texts in both languages and a condition', async (t) => {
  t.same(
    deviceStates.map((state) => state.id),
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 20, 21],
  );
  for (const state of deviceStates) t.ok(state.text.de !== '' && state.text.en !== '', String(state.id));
  t.match(deviceState(4), { text: { de: 'Betrieb', en: 'Run' }, condition: 'ok' });
  t.match(deviceState(6), { text: { en: 'Break' }, condition: 'note' });
  t.match(deviceState(7), { text: { de: 'Störung', en: 'Fault' }, condition: 'fault' });
  t.match(deviceState(21), { condition: 'noData' });
  t.match(deviceState(-3), { text: { de: 'Zustand -3', en: 'State -3' }, condition: 'note' });
});

t.test('errors have their public text, or name their code', async (t) => {
  t.match(deviceError('a0016'), { code: '0A0016', text: { de: 'Unterfrequenz', en: 'Under-frequency' }, known: true });
  t.match(deviceError('100002').text.en, 'Ethernet connection 2');
  t.match(deviceError('a010c'), {
    code: '0A010C',
    text: { de: /^Fehler 0A010C, vermutlich am Netz/, en: /^Error 0A010C, presumably of the grid/ },
    known: false,
  });
  t.same(deviceError('a0123'), {
    code: '0A0123',
    text: { de: 'Fehler 0A0123; siehe Handbuch des Geräts', en: 'Error 0A0123; see the manual of the device' },
    known: false,
  });
  t.ok(deviceErrors.every((error) => /^[0-9A-F]{6}$/.test(error.code)));
});
