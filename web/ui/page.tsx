import { useEffect, useRef, type ReactNode } from 'react';

/** The page that was shown last, and whether it was reached by a navigation inside the application. */
let shown: { readonly path: string; readonly navigated: boolean } | undefined;

/**
 * Every page: document title, one heading that takes the focus after a navigation, actions at its right.
 * `narrow` for texts and short forms, `form` for long ones.
 */
export function Page({
  title,
  beside,
  actions,
  lead,
  narrow,
  form,
  children,
}: {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly actions?: ReactNode;
  readonly lead?: ReactNode;
  readonly narrow?: boolean;
  readonly form?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={form === true ? 'form-page' : narrow === true ? 'narrow' : undefined}>
      <header className="page-head">
        <PageHeading title={title} />
        {beside}
        {actions !== undefined && <div className="actions row">{actions}</div>}
      </header>
      {lead !== undefined && <p className="lead">{lead}</p>}
      {children}
    </div>
  );
}

/** The `h1` of a page for pages with a head of their own. */
export function PageHeading({ title, documentTitle }: { readonly title: string; readonly documentTitle?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const path = location.pathname;
    const isNew = shown?.path !== path;
    if (isNew) shown = { path, navigated: shown !== undefined };
    // A heading that replaces one of the same page only takes back a focus that was lost with it.
    if (shown?.navigated === true && (isNew || document.activeElement === document.body)) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  useDocumentTitle(documentTitle ?? title);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  );
}

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title === 'SiteLink' ? title : `${title} · SiteLink`;
  }, [title]);
}
