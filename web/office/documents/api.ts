import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/client.js';
import type {
  DocumentDraftBody,
  DocumentDraftPreview,
  DocumentEditionBody,
  DocumentKind,
  Language,
  OfficeDocument,
  OfficeDocuments,
} from '../../api/types.js';

const key = ['office', 'documents'] as const;

export const officeDocumentsQuery = (language: Language) =>
  queryOptions({
    queryKey: [...key, language],
    queryFn: async ({ signal }) => (await request<OfficeDocuments>('GET', '/office/documents', { signal })).items,
  });

export const officeDocumentQuery = (kind: DocumentKind, language: Language) =>
  queryOptions({
    queryKey: [...key, language, kind],
    queryFn: ({ signal }) => request<OfficeDocument>('GET', `/office/documents/${kind}`, { signal }),
  });

/** `savedAt` makes each draft a preview of its own. */
export const draftPreviewQuery = (kind: DocumentKind, savedAt: string, language: Language) =>
  queryOptions({
    queryKey: [...key, kind, 'preview', savedAt, language],
    queryFn: ({ signal }) =>
      request<DocumentDraftPreview>('GET', `/office/documents/${kind}/draft/preview`, { query: { language }, signal }),
  });

export function useWriteDocument(kind: DocumentKind) {
  const client = useQueryClient();
  const path = `/office/documents/${kind}`;
  return {
    async saveDraft(body: DocumentDraftBody): Promise<void> {
      await request('PUT', `${path}/draft`, { body });
      await client.invalidateQueries({ queryKey: key });
    },
    async publish(body: DocumentEditionBody): Promise<void> {
      await request('POST', `${path}/editions`, { body, idempotencyKey: crypto.randomUUID() });
      await client.invalidateQueries({ queryKey: key });
      await client.invalidateQueries({ queryKey: ['documents'] });
    },
  };
}
