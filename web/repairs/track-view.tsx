import './track.css';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Icon, type IconName } from '../ui/icon.js';
import { trackOf } from './track.js';

const icons = { done: 'check', now: 'clock', coming: null, ended: 'close' } as const;

/** Where a repair is: what is behind it with its times, what happens now, and what is still to come. */
export function Track({ repair }: { readonly repair: Parameters<typeof trackOf>[0] }) {
  const text = useText();
  const format = useFormat();
  const when = (at: string) => (at.length === 10 ? format.day(at) : format.portal(at));
  return (
    <ol className="track">
      {trackOf(repair).map(({ key, state, at }) => (
        <li key={key} className={state} aria-current={state === 'now' ? 'step' : undefined}>
          <Mark icon={icons[state]} />
          <span>
            {text(`repair.track.${key}`)}
            <span className="visually-hidden">, {text(`repair.track.state.${state}`)}</span>
          </span>
          {at !== null && <span className="secondary num">{when(at)}</span>}
        </li>
      ))}
    </ol>
  );
}

function Mark({ icon }: { readonly icon: IconName | null }) {
  return <span className="track-mark">{icon !== null && <Icon name={icon} size={14} />}</span>;
}
