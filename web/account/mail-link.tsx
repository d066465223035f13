import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { request } from '../api/client.js';
import { ApiProblem } from '../api/problem.js';
import { LoadFailure } from '../shell/failure.js';
import { Loading, Notice } from '../ui/surfaces.js';
import { IncompleteLink } from './incomplete-link.js';

/** Whether the link of a mail still counts, under `path`; a link is looked at once. */
const linkQuery = (path: string, token: string) =>
  queryOptions({
    queryKey: ['mail-link', path, token],
    queryFn: async ({ signal }) => {
      await request<undefined>('GET', `${path}/${encodeURIComponent(token)}`, { signal });
      return true;
    },
    staleTime: Infinity,
    gcTime: 0,
  });

type MailLinkProps = {
  /** Where the token is looked at, below `/api/v1`. */
  readonly path: string;
  /** As it stands in the address; left out where a mail program has cut it off. */
  readonly token: string | undefined;
  /** The way on from a link that does not count. */
  readonly otherwise: ReactNode;
  readonly children: ReactNode;
};

/** Shows what the link of a mail is for only when it still counts: nobody fills a form in for nothing. */
export function MailLink({ path, token, otherwise, children }: MailLinkProps) {
  if (token === undefined) return <Refused otherwise={otherwise}>{<IncompleteLink />}</Refused>;
  return (
    <KnownLink path={path} token={token} otherwise={otherwise}>
      {children}
    </KnownLink>
  );
}

function KnownLink({ path, token, otherwise, children }: MailLinkProps & { readonly token: string }) {
  const link = useQuery(linkQuery(path, token));
  if (link.isPending) return <Loading />;
  if (link.data === true) return children;
  const { error } = link;
  // Too long, or not to be read at all: no link of ours has ever looked like that.
  if (error instanceof ApiProblem && (error.status === 400 || error.status === 404))
    return (
      <Refused otherwise={otherwise}>
        <IncompleteLink />
      </Refused>
    );
  if (!(error instanceof ApiProblem) || error.status >= 500 || error.status === 429)
    return <LoadFailure error={error} retry={() => void link.refetch()} />;
  const { title, detail } = error.problem;
  return (
    <Refused otherwise={otherwise}>
      <Notice tone="warn" live>
        <p>
          <b>{title}</b>
        </p>
        {detail !== undefined && <p>{detail}</p>}
      </Notice>
    </Refused>
  );
}

function Refused({ otherwise, children }: { readonly otherwise: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="stack">
      {children}
      <div>{otherwise}</div>
    </div>
  );
}
