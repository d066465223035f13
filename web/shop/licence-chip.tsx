import type { PlantLicence } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { Chip } from '../ui/surfaces.js';

type LicenceState = PlantLicence['summary']['state'];

/** The right of use of a plant in a word. */
export function LicenceChip({ state }: { readonly state: LicenceState }) {
  const text = useText();
  return <Chip {...looks[state]}>{text(`shop.state.${state}`)}</Chip>;
}

const looks = {
  none: { tone: 'mute', icon: 'circle' },
  trial: { tone: 'sun', icon: 'licence' },
  licensed: { tone: 'ok', icon: 'check' },
  exceeded: { tone: 'warn', icon: 'alert' },
  expired: { tone: 'warn', icon: 'alert' },
} as const satisfies Readonly<Record<LicenceState, object>>;
