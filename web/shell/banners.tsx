import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { portalQuery } from '../api/accounts.js';
import { useText } from '../i18n/use-text.js';
import { Icon } from '../ui/icon.js';

/** Says when the portal runs in development, and when there is no connection. */
export function Banners() {
  const text = useText();
  const portal = useQuery(portalQuery);
  const online = useSyncExternalStore(watchConnection, () => navigator.onLine);
  return (
    <aside aria-label={text('shell.notices')}>
      {portal.data?.development === true && (
        <div className="banner">
          <span>{text('shell.development')}</span>
          {portal.data.mailbox !== null && <a href={portal.data.mailbox}>{text('shell.mailbox')}</a>}
        </div>
      )}
      <div role="status">
        {!online && (
          <div className="banner offline">
            <Icon name="offline" />
            <span>{text('shell.offline')}</span>
          </div>
        )}
      </div>
    </aside>
  );
}

function watchConnection(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}
