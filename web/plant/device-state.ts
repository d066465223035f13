import type { OverviewInverter } from '../api/types.js';
import type { MessageId } from '../i18n/de.js';
import type { Text } from '../i18n/use-text.js';

/** The states that the devices' protocol knows; numbers as in the data service of the original portal. */
const words: Readonly<Record<number, MessageId>> = {
  0: 'plant.deviceState.initialization',
  1: 'plant.deviceState.switchedOff',
  2: 'plant.deviceState.activation',
  3: 'plant.deviceState.ready',
  4: 'plant.deviceState.run',
  5: 'plant.deviceState.rampDown',
  6: 'plant.deviceState.break',
  7: 'plant.deviceState.fault',
  8: 'plant.deviceState.testing',
  9: 'plant.deviceState.noCountry',
  10: 'plant.deviceState.update',
  16: 'plant.deviceState.shutdown',
  20: 'plant.deviceState.generated',
  21: 'plant.deviceState.noData',
};

/** What a device says of itself, in words. */
export function deviceStateText(text: Text, state: number): string {
  const word = words[state];
  return word === undefined ? text('plant.deviceState.other', { number: state }) : text(word);
}

/** After a whole day and night without a value the last state says nothing of the device any more. */
const knownForMs = 24 * 3_600_000;

/** Whether a device is heard, but has sent no value that could be used for a whole day. */
export function isWithoutValues({ state, lastValueAt }: OverviewInverter, now: number): boolean {
  return state === 'reporting' && (lastValueAt === null || now - Date.parse(lastValueAt) > knownForMs);
}
