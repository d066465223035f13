import type { ReactNode } from 'react';
import { ApiProblem } from '../api/problem.js';
import type { Quote } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { ButtonLink } from '../ui/button.js';
import { Loading, Notice } from '../ui/surfaces.js';

export type AskedQuote = {
  readonly quote: Quote | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
};

/** A quote once it is there; else why there is none, and what to do about it. */
export function Asked({
  quote,
  error,
  retry,
  children,
}: AskedQuote & { readonly children: (quote: Quote) => ReactNode }) {
  if (error !== null) return <Refused error={error} retry={retry} />;
  return quote === undefined ? <Loading /> : children(quote);
}

function Refused({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const text = useText();
  if (!(error instanceof ApiProblem) || error.status >= 500) return <LoadFailure error={error} retry={retry} />;
  const { title, detail, code } = error.problem;
  const isAboutAccount = code.startsWith('service.') || code.startsWith('purchase.');
  return (
    <Notice tone="warn" live>
      <p>
        <b>{title}</b> {detail}
      </p>
      {isAboutAccount && <ButtonLink to="/account">{text('shell.account')}</ButtonLink>}
      {code === 'order.in-other-order' && <ButtonLink to="/orders">{text('shop.orders')}</ButtonLink>}
    </Notice>
  );
}
