import { Outlet, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useMe } from '../api/accounts.js';
import type { Me } from '../api/types.js';
import { Loading } from '../ui/surfaces.js';
import { LoadFailure } from './failure.js';

const AcceptPage = lazy(async () => ({ default: (await import('../account/accept-page.js')).AcceptPage }));

/** Lets in who is signed in; leads everybody else to the sign-in page and back afterwards. */
export function SignedIn() {
  const me = useMe();
  const router = useRouter();
  const isNobody = me.data === null;
  useEffect(() => {
    // Read at this moment: on the way to another page the location is ahead of what is shown.
    const { pathname, href } = router.state.location;
    if (isNobody && pathname !== '/sign-in')
      void router.navigate({ to: '/sign-in', search: { to: href }, replace: true });
  }, [isNobody, router]);
  if (me.isError && me.data === undefined) return <LoadFailure error={me.error} retry={() => void me.refetch()} />;
  return me.data === undefined || me.data === null ? <Loading /> : <AfterConsent me={me.data} />;
}

/**
 * While documents wait for consent, their page stands before the one that was asked for. That one stays as it is, with all
 * that was typed into it, if it was open before; else it is not even begun.
 */
function AfterConsent({ me }: { readonly me: Me }) {
  const isOpen = me.documentsDue.length === 0;
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  return (
    <>
      {!isOpen && (
        <Suspense fallback={<Loading />}>
          <AcceptPage me={me} />
        </Suspense>
      )}
      {wasOpen && (
        <div style={{ display: isOpen ? 'contents' : 'none' }}>
          <Outlet />
        </div>
      )}
    </>
  );
}
