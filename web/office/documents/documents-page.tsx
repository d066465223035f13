import '../office-list.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OfficeDocuments } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { LoadFailure } from '../../shell/failure.js';
import { documentNames } from '../../site/document-names.js';
import { Page } from '../../ui/page.js';
import { Loading } from '../../ui/surfaces.js';
import { Table, type Column } from '../../ui/table.js';
import { officeDocumentsQuery } from './api.js';

type Listed = OfficeDocuments['items'][number];

/** The legal documents of the portal: what is in force, what comes, and what is being written. */
export function OfficeDocumentsPage() {
  const text = useText();
  const format = useFormat();
  const documents = useQuery(officeDocumentsQuery(format.language));
  const day = (value: string | null) => (value === null ? '–' : format.day(value));
  const columns: readonly Column<Listed>[] = [
    {
      key: 'kind',
      head: text('office.documents.document'),
      cell: ({ kind }) => (
        <Link to="/office/documents/$kind" params={{ kind }}>
          <b>{text(documentNames[kind])}</b>
        </Link>
      ),
    },
    { key: 'since', head: text('office.documents.inForceSince'), cell: ({ version }) => day(version) },
    { key: 'next', head: text('office.documents.announced'), cell: ({ announced }) => day(announced) },
    { key: 'draft', head: text('office.documents.draftSaved'), cell: ({ draftSavedAt }) => day(draftSavedAt) },
  ];
  return (
    <Page title={text('office.documents.title')} lead={text('office.documents.lead')}>
      {documents.data !== undefined ? (
        <div className="card office-list documents-list">
          <Table
            caption={text('office.documents.title')}
            columns={columns}
            rows={documents.data}
            rowKey={({ kind }) => kind}
          />
        </div>
      ) : documents.isError ? (
        <div className="card">
          <LoadFailure error={documents.error} retry={() => void documents.refetch()} />
        </div>
      ) : (
        <Loading />
      )}
    </Page>
  );
}
