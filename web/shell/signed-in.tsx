import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useMe } from '../api/accounts.js';
import { Loading } from '../ui/surfaces.js';
import { LoadFailure } from './failure.js';

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
  return me.data === undefined || isNobody ? <Loading /> : <Outlet />;
}
