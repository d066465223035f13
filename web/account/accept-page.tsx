import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useSession } from '../api/accounts.js';
import { documentChangesQuery, documentPdfPath, documentQuery, useAcceptDocuments } from '../api/documents.js';
import type { DueDocument, Me } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { Checkbox } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { useForm, type FieldProps } from '../forms/use-form.js';
import { TextWithLink } from '../i18n/text-with-link.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { DocumentChangesView } from '../site/document-changes.js';
import { DocumentText } from '../site/document-text.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { Page } from '../ui/page.js';
import { Card, Loading } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { OwnErasure } from './own-erasure.js';
import { OwnExport } from './own-export.js';

/** Takes the place of every page while documents wait for the reader's consent: what is new, the texts, and the way on or out. */
export function AcceptPage({ me }: { readonly me: Me }) {
  const text = useText();
  const page = useComingBack();
  const { documentsDue: due } = me;
  return (
    <div ref={page}>
      <Page title={text('accept.title')} lead={text('accept.lead', { count: due.length })} narrow>
        <div className="stack">
          {/* Other editions, other questions. */}
          <AcceptForm key={due.map(({ version }) => version).join()} due={due} />
          <Otherwise me={me} />
        </div>
      </Page>
    </div>
  );
}

function AcceptForm({ due }: { readonly due: readonly DueDocument[] }) {
  const text = useText();
  const toast = useToast();
  const accept = useAcceptDocuments();
  const form = useForm<`/${DueDocument['kind']}`>({
    initial: { '/terms': '', '/privacy': '' },
    validate: (values) =>
      Object.fromEntries(
        due.map(({ kind }) => [`/${kind}`, values[`/${kind}`] === 'yes' ? undefined : text(missing[kind])]),
      ),
    submit: async () => {
      await accept.mutateAsync(due);
      toast(text('accept.done'));
    },
  });
  return (
    <FormFrame form={form} label={text('accept.form')}>
      {due.map((document) => (
        <DueDocumentCard key={document.kind} due={document} field={form.field(`/${document.kind}`)} />
      ))}
      <FormActions form={form} submit={text('accept.submit')} large />
    </FormFrame>
  );
}

const missing = { terms: 'accept.termsMissing', privacy: 'accept.privacyMissing' } as const;
const consents = { terms: 'accept.terms', privacy: 'accept.privacy' } as const;

function DueDocumentCard({ due, field }: { readonly due: DueDocument; readonly field: FieldProps }) {
  const text = useText();
  const format = useFormat();
  const { kind, version, acceptedVersion } = due;
  const document = useQuery(documentQuery(kind, version, format.language));
  const day = format.day(version);
  if (document.isError) return <LoadFailure error={document.error} retry={() => void document.refetch()} />;
  if (document.data === undefined) return <Loading />;
  return (
    <Card>
      <div className="due-document">
        <div className="panel-head">
          <h2>{document.data.title}</h2>
        </div>
        <p className="secondary">
          {acceptedVersion === null
            ? text('accept.firstEdition', { day })
            : text('accept.edition', { day, before: format.day(acceptedVersion) })}
        </p>
        {acceptedVersion !== null && <Changes due={due} since={acceptedVersion} />}
        <details className="full-text" open={acceptedVersion === null}>
          <summary>{text('accept.fullText')}</summary>
          <DocumentText document={document.data} level="h3" />
        </details>
        <p>
          <a href={documentPdfPath(kind, version, format.language)} target="_blank" rel="noreferrer" className="button">
            <Icon name="download" />
            {`${document.data.title} (PDF)`}
          </a>
        </p>
        <Checkbox
          field={field}
          required
          label={
            <TextWithLink
              id={consents[kind]}
              link={(label) => (
                <Link to="/documents/$kind" params={{ kind }} search={{ version }} target="_blank">
                  {label}
                </Link>
              )}
            />
          }
        />
      </div>
    </Card>
  );
}

function Changes({ due, since }: { readonly due: DueDocument; readonly since: string }) {
  const format = useFormat();
  const changes = useQuery(documentChangesQuery(due.kind, since, due.version, format.language));
  // Without the comparison the whole text is still there to read.
  if (changes.isError) return null;
  return changes.data === undefined ? <Loading /> : <DocumentChangesView changes={changes.data} level="h3" />;
}

/** Who does not agree may leave: out of the session, with the own data, or for good. */
function Otherwise({ me }: { readonly me: Me }) {
  const { sessionId } = me;
  const text = useText();
  const session = useSession();
  const navigate = useNavigate();
  const signOut = useMutation({ mutationFn: () => session.signOut(sessionId, () => navigate({ to: '/' })) });
  return (
    <>
      <Card>
        <div className="due-document">
          <div className="panel-head">
            <h2>{text('accept.otherwise')}</h2>
          </div>
          <p className="secondary">{text('accept.otherwiseText')}</p>
          {signOut.isError && <LoadFailure error={signOut.error} />}
          <div className="form-actions">
            <Button icon="signOut" busy={signOut.isPending} onClick={() => signOut.mutate()}>
              {text('account.signOut')}
            </Button>
          </div>
        </div>
      </Card>
      <OwnExport />
      <OwnErasure me={me} />
    </>
  );
}

/**
 * Takes the reader to the top of this page, and back afterwards: to the same place, with the same focus, and to the dialog
 * that stood open, which would hold this page shut.
 */
function useComingBack() {
  const page = useRef<HTMLDivElement>(null);
  const [before] = useState(() => ({ title: document.title, focus: document.activeElement, top: scrollY }));
  useEffect(() => {
    const dialogs = [...document.querySelectorAll<HTMLDialogElement>('dialog:modal')];
    for (const dialog of dialogs) dialog.close();
    scrollTo({ top: 0 });
    page.current?.querySelector('h1')?.focus({ preventScroll: true });
    return () => {
      document.title = before.title;
      for (const dialog of dialogs) if (dialog.isConnected) dialog.showModal();
      if (!(before.focus instanceof HTMLElement) || !before.focus.isConnected) return;
      scrollTo({ top: before.top });
      before.focus.focus({ preventScroll: true });
    };
  }, [before]);
  return page;
}
