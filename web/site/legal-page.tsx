import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { documentsQuery } from '../api/accounts.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure, NotFoundPage } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Loading } from '../ui/surfaces.js';
import { DocumentText } from './document-text.js';

/** Terms of use and privacy policy, to read and to print. */
export function LegalPage() {
  const text = useText();
  const format = useFormat();
  const { kind } = useParams({ from: '/legal/$kind' });
  const documents = useQuery(documentsQuery(format.language));
  if (documents.isError) return <LoadFailure error={documents.error} retry={() => void documents.refetch()} />;
  if (documents.data === undefined) return <Loading />;
  const document = documents.data.find((candidate) => candidate.kind === kind);
  if (document === undefined) return <NotFoundPage />;
  return (
    <div className="reading">
      <Page
        title={document.title}
        lead={text('legal.version', { version: document.version, day: format.day(document.publishedOn) })}
        actions={
          <Button icon="print" onClick={() => print()}>
            {text('ui.print')}
          </Button>
        }
      >
        <article className="card document">
          <DocumentText document={document} />
        </article>
      </Page>
    </div>
  );
}
