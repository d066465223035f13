import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { DocumentKind, Language } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { LoadFailure } from '../../shell/failure.js';
import { DocumentChangesView } from '../../site/document-changes.js';
import { DocumentText } from '../../site/document-text.js';
import { Segmented } from '../../ui/segmented.js';
import { Card, Loading } from '../../ui/surfaces.js';
import { draftPreviewQuery } from './api.js';

type DraftPreviewProps = {
  readonly kind: DocumentKind;
  readonly savedAt: string;
  readonly actions: ReactNode;
};

/** The saved draft as everybody would read it, or what is new in it. */
export function DraftPreview({ kind, savedAt, actions }: DraftPreviewProps) {
  const text = useText();
  const own = useFormat().language;
  const [language, setLanguage] = useState<Language>(own);
  const [shown, setShown] = useState<'changes' | 'whole'>('changes');
  const preview = useQuery(draftPreviewQuery(kind, savedAt, language));
  return (
    <Card className="panel">
      <div className="panel-head">
        <h2>{text('office.documents.preview')}</h2>
        <div className="row">
          <Segmented
            label={text('office.documents.what')}
            value={shown}
            options={(['changes', 'whole'] as const).map((value) => ({
              value,
              label: text(`office.documents.show.${value}`),
            }))}
            onChange={setShown}
          />
          <Segmented
            label={text('office.documents.language')}
            value={language}
            options={[
              { value: 'de', label: text('office.documents.german') },
              { value: 'en', label: text('office.documents.english') },
            ]}
            onChange={setLanguage}
          />
          {actions}
        </div>
      </div>
      {preview.data !== undefined ? (
        shown === 'changes' ? (
          <DocumentChangesView changes={preview.data.changes} level="h3" />
        ) : (
          <DocumentText document={preview.data.document} level="h3" />
        )
      ) : preview.isError ? (
        <LoadFailure error={preview.error} retry={() => void preview.refetch()} />
      ) : (
        <Loading />
      )}
    </Card>
  );
}
