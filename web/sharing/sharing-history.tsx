import type { SharingEntry } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Card } from '../ui/surfaces.js';

/** Who was invited, came, was changed and left, the newest first; times of the plant's zone. */
export function SharingHistory({
  entries,
  timeZone,
}: {
  readonly entries: readonly SharingEntry[];
  readonly timeZone: string;
}) {
  const text = useText();
  const format = useFormat();
  return (
    <Card>
      <div className="panel-head">
        <h3>{text('sharing.history')}</h3>
      </div>
      <ol className="sharing-history">
        {entries.map(({ at, what, name, email, right }) => (
          <li key={`${at}${what}${email ?? name ?? ''}`}>
            <time className="num" dateTime={at}>
              {format.instant(at, timeZone, 'dayTime')}
            </time>
            <span>
              {text(`sharing.what.${what}`, {
                who: name ?? email ?? text('sharing.forgotten'),
                right: right === null ? '' : text(`sharing.${right}`),
              })}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
