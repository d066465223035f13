import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useId } from 'react';
import { documentChangesQuery, documentPdfPath, documentQuery } from '../api/documents.js';
import { ApiProblem } from '../api/problem.js';
import type { DocumentKind, LegalDocument } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure, NotFoundPage } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { Page } from '../ui/page.js';
import { Segmented } from '../ui/segmented.js';
import { Loading, Notice } from '../ui/surfaces.js';
import { DocumentChangesView } from './document-changes.js';
import { isDocumentKind } from './document-names.js';
import { DocumentText } from './document-text.js';

/** A document, to read, to print and to compare with its earlier editions. */
export function DocumentPage() {
  const { kind } = useParams({ from: '/documents/$kind' });
  return isDocumentKind(kind) ? <KnownDocument kind={kind} /> : <NotFoundPage />;
}

function KnownDocument({ kind }: { readonly kind: DocumentKind }) {
  const { version } = useSearch({ from: '/documents/$kind' });
  const { language } = useFormat();
  const found = useQuery(documentQuery(kind, version, language));
  if (found.error instanceof ApiProblem && found.error.status === 404) return <NotFoundPage />;
  if (found.isError) return <LoadFailure error={found.error} retry={() => void found.refetch()} />;
  return found.data === undefined ? <Loading /> : <Edition document={found.data} />;
}

function Edition({ document }: { readonly document: LegalDocument }) {
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { version: asked, since } = useSearch({ from: '/documents/$kind' });
  const { kind, version, language, title, editions, standing } = document;
  const earlier = editions.filter((edition) => edition.version < version);
  const previous = earlier[0]?.version;
  const show = (search: { readonly version?: string; readonly since?: string }) =>
    void navigate({ to: '/documents/$kind', params: { kind }, search, replace: true, resetScroll: false });
  const ownVersion = asked === undefined ? {} : { version: asked };
  return (
    <div className="reading">
      <Page
        title={title}
        lead={text(leads[standing], { day: format.day(version) })}
        actions={
          <>
            <a className="button" href={documentPdfPath(kind, version, language)} target="_blank" rel="noreferrer">
              <Icon name="download" />
              PDF
            </a>
            <Button icon="print" onClick={() => print()}>
              {text('ui.print')}
            </Button>
          </>
        }
      >
        <div className="stack">
          {standing !== 'current' && (
            <Notice tone="sun">
              <p>
                {text(standing === 'announced' ? 'documents.announcedHint' : 'documents.outdatedHint')}{' '}
                <Link to="/documents/$kind" params={{ kind }}>
                  {text('documents.toCurrent')}
                </Link>
              </p>
            </Notice>
          )}
          {editions.length > 1 && (
            <div className="edition-bar no-print">
              <EditionSelect document={document} onChange={(chosen) => show({ version: chosen })} />
              {previous !== undefined && (
                <Segmented
                  label={text('documents.view')}
                  value={since === undefined ? 'text' : 'changes'}
                  options={[
                    { value: 'text', label: text('documents.text') },
                    { value: 'changes', label: text('documents.changes') },
                  ]}
                  onChange={(view) => show(view === 'text' ? ownVersion : { ...ownVersion, since: previous })}
                />
              )}
            </div>
          )}
          <article className="card document-card">
            {since === undefined || previous === undefined ? (
              <DocumentText document={document} />
            ) : (
              <Changes document={document} since={since} />
            )}
          </article>
        </div>
      </Page>
    </div>
  );
}

const leads = {
  current: 'documents.inForce',
  announced: 'documents.announced',
  outdated: 'documents.outdated',
} as const;

function EditionSelect({
  document: { editions, version },
  onChange,
}: {
  readonly document: LegalDocument;
  readonly onChange: (version: string) => void;
}) {
  const text = useText();
  const format = useFormat();
  const id = useId();
  return (
    <div className="edition-select">
      <label htmlFor={id}>{text('documents.edition')}</label>
      <select id={id} className="select" value={version} onChange={(event) => onChange(event.target.value)}>
        {editions.map((edition) => (
          <option key={edition.version} value={edition.version}>
            {text(names[edition.standing], { day: format.day(edition.version) })}
          </option>
        ))}
      </select>
    </div>
  );
}

const names = {
  current: 'documents.currentName',
  announced: 'documents.announcedName',
  outdated: 'documents.outdatedName',
} as const;

function Changes({ document, since }: { readonly document: LegalDocument; readonly since: string }) {
  const text = useText();
  const format = useFormat();
  const changes = useQuery(documentChangesQuery(document.kind, since, document.version, document.language));
  if (changes.isError) return <LoadFailure error={changes.error} retry={() => void changes.refetch()} />;
  if (changes.data === undefined) return <Loading />;
  return (
    <>
      <p className="secondary">{text('documents.changesSince', { day: format.day(changes.data.from) })}</p>
      <DocumentChangesView changes={changes.data} />
    </>
  );
}
