import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { meQuery } from './accounts.js';
import { request } from './client.js';
import { ApiProblem } from './problem.js';
import type { DocumentChanges, DocumentKind, DueDocument, Language, LegalDocument, Me, Page } from './types.js';

const documents = 'documents';
/** A new edition comes into force at midnight; a page that stays open must not go on with the former one for long. */
const staleTime = 5 * 60_000;

/** All documents in force. */
export const documentsQuery = (language: Language) =>
  queryOptions({
    queryKey: [documents, language],
    staleTime,
    queryFn: async ({ signal }) =>
      (await request<Page<LegalDocument>>('GET', '/documents', { query: { language }, signal })).items,
  });

/** One edition; without a version the one in force. */
export const documentQuery = (kind: DocumentKind, version: string | undefined, language: Language) =>
  queryOptions({
    queryKey: [documents, kind, version, language],
    staleTime,
    queryFn: ({ signal }) =>
      request<LegalDocument>('GET', `/documents/${kind}`, { query: { version, language }, signal }),
  });

/** What is new in an edition since an earlier one. */
export const documentChangesQuery = (kind: DocumentKind, since: string, version: string, language: Language) =>
  queryOptions({
    queryKey: [documents, kind, 'changes', since, version, language],
    staleTime,
    queryFn: ({ signal }) =>
      request<DocumentChanges>('GET', `/documents/${kind}/changes`, { query: { since, version, language }, signal }),
  });

export const documentPdfPath = (kind: DocumentKind, version: string, language: Language): string =>
  `/api/v1/documents/${kind}.pdf?${new URLSearchParams({ version, language }).toString()}`;

/** Accepts what is due; the calls that waited for it go on. */
export function useAcceptDocuments() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (due: readonly DueDocument[]) => {
      const body = Object.fromEntries(due.map(({ kind, version }) => [kind, version]));
      return request<Me>('POST', '/me/accepted-documents', { body });
    },
    onSuccess: (me) => client.setQueryData(meQuery.queryKey, me),
    onError: (error) => {
      // Another edition came into force while this one was read.
      if (error instanceof ApiProblem && error.code === 'documents.version-refused') {
        void client.invalidateQueries({ queryKey: meQuery.queryKey, exact: true });
      }
    },
  });
}
