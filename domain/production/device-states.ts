/** What a state means for somebody who looks at the page. */
type DeviceCondition = 'ok' | 'note' | 'fault' | 'noData';

type DeviceState = {
  readonly id: number;
  readonly text: { readonly de: string; readonly en: string };
  readonly condition: DeviceCondition;
};

/**
 * States of a device: channel `status` and the states of an error message. Numbers and English texts are those of the
 * original portal (data service documentation, table 4; wire.md 3.3).
 */
export const deviceStates: readonly DeviceState[] = [
  { id: 0, text: { de: 'Initialisierung', en: 'Initialization' }, condition: 'ok' },
  { id: 1, text: { de: 'Ausgeschaltet', en: 'Switched off' }, condition: 'note' },
  { id: 2, text: { de: 'Aktivierung', en: 'Activation' }, condition: 'ok' },
  { id: 3, text: { de: 'Bereit', en: 'Ready' }, condition: 'ok' },
  { id: 4, text: { de: 'Betrieb', en: 'Run' }, condition: 'ok' },
  { id: 5, text: { de: 'Rückfahren auf null', en: 'Ramp back to zero' }, condition: 'ok' },
  { id: 6, text: { de: 'Kurze Unterbrechung', en: 'Break' }, condition: 'note' },
  { id: 7, text: { de: 'Störung', en: 'Fault' }, condition: 'fault' },
  { id: 8, text: { de: 'Test', en: 'Testing' }, condition: 'note' },
  { id: 9, text: { de: 'Kein Land eingestellt', en: 'No country set' }, condition: 'fault' },
  { id: 10, text: { de: 'Aktualisierung', en: 'Update' }, condition: 'note' },
  { id: 16, text: { de: 'Abschaltung', en: 'Shutdown' }, condition: 'note' },
  { id: 20, text: { de: 'Vom Portal ergänzt', en: 'Generated' }, condition: 'ok' },
  { id: 21, text: { de: 'Keine Daten', en: 'No data' }, condition: 'noData' },
];

const statesById = new Map(deviceStates.map((state) => [state.id, state]));

/** The state of that number; one that nobody documented is a note with its number. */
export function deviceState(id: number): DeviceState {
  return (
    statesById.get(id) ?? {
      id,
      text: { de: `Zustand ${id} (unbekannt)`, en: `State ${id} (unknown)` },
      condition: 'note',
    }
  );
}
