import type { Overview, OverviewInverter } from '../api/types.js';
import type { MessageId } from '../i18n/de.js';
import { useText, type Text } from '../i18n/use-text.js';
import { ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/surfaces.js';

/** Device states that are not all right; others are told by their number. */
const stateWords: Readonly<Record<number, MessageId>> = {
  1: 'plant.deviceState.switchedOff',
  6: 'plant.deviceState.break',
  7: 'plant.deviceState.fault',
  8: 'plant.deviceState.testing',
  9: 'plant.deviceState.noCountry',
  10: 'plant.deviceState.update',
  16: 'plant.deviceState.shutdown',
};

/** What is the matter with each inverter that is not all right, so that the state of the plant is no riddle. */
export function Troubles({ overview }: { readonly overview: Overview }) {
  const text = useText();
  // Clocks that run ahead have a notice of their own.
  const troubled = overview.inverters.filter(({ condition, isClockAhead }) => condition !== 'ok' && !isClockAhead);
  if (troubled.length === 0) return null;
  const isFault = troubled.some(({ condition }) => condition === 'fault');
  return (
    <Notice tone={isFault ? 'fault' : 'warn'} live>
      <ul className="troubles">
        {troubled.map((inverter) => (
          <li key={inverter.id}>
            <b>{inverter.name}:</b> {troubleOf(text, inverter)}
          </li>
        ))}
      </ul>
      <ButtonLink look="quiet" to="/plants/$plantId/inverters" params={{ plantId: overview.plantId }}>
        {text('plant.troubles.toInverters')}
      </ButtonLink>
    </Notice>
  );
}

function troubleOf(text: Text, { condition, state, deviceState }: OverviewInverter): string {
  if (state === 'otherDevice') return text('plant.troubles.otherDevice');
  if (condition === 'claimOpen') return text('plant.troubles.claimOpen');
  if (condition === 'noData' || deviceState === null) return text('plant.troubles.noData');
  const words = stateWords[deviceState];
  return words === undefined ? text('plant.deviceState.other', { number: deviceState }) : text(words);
}
