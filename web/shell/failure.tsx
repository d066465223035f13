import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { portalQuery, vatCheckQuery } from '../api/accounts.js';
import { ApiProblem, Unreachable } from '../api/problem.js';
import { TextWithLink } from '../i18n/text-with-link.js';
import { useText } from '../i18n/use-text.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { EmptyState } from '../ui/surfaces.js';

/** Something of a page could not be loaded: what happened, and a way to try again. */
export function LoadFailure({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const text = useText();
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  // What is missing, and where to bring it.
  const isClosedService = problem?.code.startsWith('service.') === true;
  return (
    <div role="alert">
      {problem?.code === 'service.vat-id-pending' && <UntilChecked />}
      <EmptyState
        icon={error instanceof Unreachable ? 'offline' : 'alert'}
        title={problem?.title ?? text('ui.failed')}
        actions={
          isClosedService ? (
            <ButtonLink look="primary" to="/account">
              {text('services.toAccount')}
            </ButtonLink>
          ) : (
            retry !== undefined && (
              <Button look="primary" onClick={retry}>
                {text('ui.retry')}
              </Button>
            )
          )
        }
      >
        <p>{error instanceof Unreachable ? text('ui.offline') : problem?.detail}</p>
        {problem?.requestId !== undefined && !isClosedService && (
          <p className="tertiary">{text('ui.requestId', { id: problem.requestId })}</p>
        )}
        {!(error instanceof Unreachable) && !isClosedService && <Contact />}
      </EmptyState>
    </div>
  );
}

/** Looks whether the check is answered, and what is open to the account then. */
function UntilChecked() {
  const client = useQueryClient();
  const services = useQuery(vatCheckQuery).data?.services;
  const isOver = services !== undefined && services !== 'service.vat-id-pending';
  useEffect(() => {
    if (isOver) void client.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
  }, [client, isOver]);
  return null;
}

/** Whom to write to when trying again does not help; nothing where even that is not known. */
function Contact() {
  const email = useQuery(portalQuery).data?.imprint.email;
  if (email === undefined) return null;
  return (
    <p className="tertiary">
      <TextWithLink id="ui.contact" values={{ email }} link={(label) => <a href={`mailto:${email}`}>{label}</a>} />
    </p>
  );
}

export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const text = useText();
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Page title={text('shell.broken')} lead={text('shell.brokenText')}>
      <div className="card">
        <LoadFailure error={error} retry={again} />
      </div>
    </Page>
  );
}

export function NotFoundPage() {
  const text = useText();
  return (
    <Page title={text('shell.notFound')} lead={text('shell.notFoundText')}>
      <ButtonLink look="primary" to="/">
        {text('shell.toStart')}
      </ButtonLink>
    </Page>
  );
}
