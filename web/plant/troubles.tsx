import type { Overview, OverviewInverter } from '../api/types.js';
import { useText, type Text } from '../i18n/use-text.js';
import { ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/surfaces.js';
import { deviceStateText, isWithoutValues } from './device-state.js';
import { useNow } from './use-now.js';

/** What is the matter with each inverter that is not all right, so that the state of the plant is no riddle. */
export function Troubles({ overview }: { readonly overview: Overview }) {
  const text = useText();
  const now = useNow(60_000);
  // Clocks that run ahead have a notice of their own.
  const troubled = overview.inverters.filter(({ condition, isClockAhead }) => condition !== 'ok' && !isClockAhead);
  if (troubled.length === 0) return null;
  const isFault = troubled.some(({ condition }) => condition === 'fault');
  return (
    <Notice tone={isFault ? 'fault' : 'warn'} live>
      <ul className="troubles">
        {troubled.map((inverter) => (
          <li key={inverter.id}>
            <b>{inverter.name}:</b> {troubleOf(text, inverter, now)}
          </li>
        ))}
      </ul>
      <ButtonLink look="quiet" to="/plants/$plantId/inverters" params={{ plantId: overview.plantId }}>
        {text('plant.troubles.toInverters')}
      </ButtonLink>
    </Notice>
  );
}

function troubleOf(text: Text, inverter: OverviewInverter, now: number): string {
  const { condition, state, deviceState } = inverter;
  if (state === 'otherDevice') return text('plant.troubles.otherDevice');
  if (condition === 'claimOpen') return text('plant.troubles.claimOpen');
  if (isWithoutValues(inverter, now)) return text('plant.troubles.noValues');
  if (condition === 'noData' || deviceState === null) return text('plant.troubles.noData');
  return deviceStateText(text, deviceState);
}
