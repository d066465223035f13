import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { useMe } from '../api/accounts.js';
import { Loading } from '../ui/surfaces.js';
import { LoadFailure } from './failure.js';

/** Lets in who is signed in; leads everybody else to the sign-in page and back afterwards. */
export function SignedIn() {
  const me = useMe();
  const { href } = useLocation();
  if (me.isError && me.data === undefined) return <LoadFailure error={me.error} retry={() => void me.refetch()} />;
  if (me.data === undefined) return <Loading />;
  if (me.data === null) return <Navigate to="/sign-in" search={{ to: href }} replace />;
  return <Outlet />;
}
