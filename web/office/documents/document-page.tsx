import './documents.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DocumentKind, OfficeDocument } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { LoadFailure, NotFoundPage } from '../../shell/failure.js';
import { documentNames, isDocumentKind } from '../../site/document-names.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Chip, Loading } from '../../ui/surfaces.js';
import { ListCard } from '../list-card.js';
import { useMay } from '../use-rights.js';
import { officeDocumentQuery } from './api.js';
import { DraftEditor } from './draft-editor.js';
import { DraftPreview } from './draft-preview.js';
import { PublishDialog } from './publish-dialog.js';

export function OfficeDocumentPage() {
  const { kind } = useParams({ from: '/signed-in/office/documents/$kind' });
  return isDocumentKind(kind) ? <Document kind={kind} /> : <NotFoundPage />;
}

/** One legal document: its editions, the draft of the next one, and who did what. */
function Document({ kind }: { readonly kind: DocumentKind }) {
  const text = useText();
  const { language } = useFormat();
  const document = useQuery(officeDocumentQuery(kind, language));
  const back = (
    <ButtonLink icon="left" look="quiet" to="/office/documents">
      {text('office.documents.title')}
    </ButtonLink>
  );
  return (
    <Page title={text(documentNames[kind])} actions={back}>
      {document.data !== undefined ? (
        <div className="stack">
          <Editions document={document.data} />
          <Draft document={document.data} />
          <History document={document.data} />
        </div>
      ) : document.isError ? (
        <div className="card">
          <LoadFailure error={document.error} retry={() => void document.refetch()} />
        </div>
      ) : (
        <Loading />
      )}
    </Page>
  );
}

const tones = { announced: 'sun', current: 'ok', outdated: 'mute' } as const;
const icons = { announced: 'clock', current: 'check', outdated: 'circle' } as const;

function Editions({ document: { kind, editions } }: { readonly document: OfficeDocument }) {
  const text = useText();
  const format = useFormat();
  return (
    <ListCard
      title={text('office.documents.editions')}
      rows={editions}
      rowKey={({ version }) => version}
      columns={[
        {
          key: 'version',
          head: text('office.documents.from'),
          cell: ({ version }) => (
            <Link to="/documents/$kind" params={{ kind }} search={{ version }}>
              {format.day(version)}
            </Link>
          ),
        },
        {
          key: 'standing',
          head: text('office.state'),
          cell: ({ standing }) => (
            <Chip tone={tones[standing]} icon={icons[standing]}>
              {text(`office.documents.${standing}`)}
            </Chip>
          ),
        },
      ]}
    />
  );
}

/** The next edition: written, looked at beside the present one, and published from a day on. */
function Draft({ document }: { readonly document: OfficeDocument }) {
  const text = useText();
  const mayPublish = useMay()('documents:publish');
  const [publishing, setPublishing] = useState(false);
  const { kind, draft } = document;
  return (
    <>
      {mayPublish && <DraftEditor key={draft?.savedAt ?? document.newest.version} document={document} />}
      {draft !== null && (
        <DraftPreview
          kind={kind}
          savedAt={draft.savedAt}
          actions={
            mayPublish && (
              <Button look="primary" onClick={() => setPublishing(true)}>
                {text('office.documents.publish')}
              </Button>
            )
          }
        />
      )}
      {publishing && <PublishDialog document={document} onClose={() => setPublishing(false)} />}
    </>
  );
}

function History({ document: { history } }: { readonly document: OfficeDocument }) {
  const text = useText();
  const format = useFormat();
  if (history.length === 0) return null;
  return (
    <ListCard
      title={text('office.documents.history')}
      rows={history}
      rowKey={({ at, type }) => `${at} ${type}`}
      columns={[
        { key: 'at', head: text('office.accounts.when'), cell: ({ at }) => format.portal(at) },
        {
          key: 'what',
          head: text('office.documents.what'),
          cell: ({ type, version, reason }) => (
            <>
              {version === null
                ? text(`office.documents.${type}`, { day: '' })
                : text(`office.documents.${type}`, { day: format.day(version) })}
              {reason !== null && <span className="under">{reason}</span>}
            </>
          ),
        },
        { key: 'by', head: text('office.documents.by'), cell: ({ by }) => by ?? '–' },
      ]}
    />
  );
}
