import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { ErasureBanner } from '../account/erasure-banner.js';
import { portalQuery, useMe } from '../api/accounts.js';
import { useText } from '../i18n/use-text.js';
import { Icon } from '../ui/icon.js';

/** Says when the portal runs in development, when the account is going to be deleted, and when there is no connection. */
export function Banners() {
  const text = useText();
  const portal = useQuery(portalQuery);
  const me = useMe().data;
  const erasure = me?.erasure;
  const isDemo = me != null && me.userName === portal.data?.demoAccount;
  const online = useSyncExternalStore(watchConnection, () => navigator.onLine);
  return (
    <aside ref={useHeightVariable('--banners')} aria-label={text('shell.notices')}>
      {portal.data?.development === true && (
        <div className="banner">
          <span>{text('shell.development')}</span>
          {portal.data.payments === 'sandbox' && <span>{text('shell.sandboxPayments')}</span>}
          {portal.data.mailbox !== null && <a href={portal.data.mailbox}>{text('shell.mailbox')}</a>}
        </div>
      )}
      {isDemo && (
        <div className="banner">
          <span>{text('shell.demo')}</span>
          <Link to="/register">{text('shell.register')}</Link>
        </div>
      )}
      {erasure != null && <ErasureBanner erasure={erasure} />}
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

/** Tells the styles how high an element is, so that the frame below it fills the rest of the window. */
function useHeightVariable(name: `--${string}`) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const root = document.documentElement.style;
    const observer = new ResizeObserver(([entry]) =>
      root.setProperty(name, `${entry?.borderBoxSize[0]?.blockSize ?? 0}px`),
    );
    if (element.current !== null) observer.observe(element.current);
    return () => {
      observer.disconnect();
      root.removeProperty(name);
    };
  }, [name]);
  return element;
}

function watchConnection(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}
