import type { Webhook } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import type { IconName } from '../ui/icon.js';
import { Chip, type Tone } from '../ui/surfaces.js';

const looks = {
  on: { tone: 'ok', icon: 'check' },
  off: { tone: 'mute', icon: 'circle' },
  failing: { tone: 'fault', icon: 'fault' },
} as const satisfies Record<Webhook['state'], { readonly tone: Tone; readonly icon: IconName }>;

/** On, off, or on in vain. */
export function WebhookState({ webhook }: { readonly webhook: Webhook }) {
  const text = useText();
  const { state, failingSince } = webhook;
  if (state === 'on' && failingSince !== null) {
    return (
      <Chip tone="warn" icon="alert">
        {text('webhooks.state.unheard')}
      </Chip>
    );
  }
  return <Chip {...looks[state]}>{text(`webhooks.state.${state}`)}</Chip>;
}
