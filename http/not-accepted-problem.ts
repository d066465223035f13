import type { DueDocument } from '../domain/account/documents.js';
import { ProblemError } from './problem.js';

/** 412 with what is due, its texts and changes, and where to accept it. */
export function notAccepted(due: readonly DueDocument[]): ProblemError {
  return new ProblemError('documents.not-accepted', {
    members: {
      documents: due.map((document) => ({ ...document, ...addressesOf(document) })),
      accept: { api: '/api/v1/me/accepted-documents', page: '/account' },
    },
  });
}

function addressesOf({ kind, version, acceptedVersion }: DueDocument) {
  const text = `/api/v1/documents/${kind}?version=${version}`;
  if (acceptedVersion === null) return { text };
  return {
    text,
    changes: `/api/v1/documents/${kind}/changes?since=${encodeURIComponent(acceptedVersion)}&version=${version}`,
  };
}
