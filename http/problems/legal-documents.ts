import type { LegalDocumentRejection } from '../../domain/documents/legal-document.js';
import type { ProblemEntry } from './entry.js';

/** Problems of legal documents in the office. */
export const legalDocumentProblems = {
  'legal-document.no-draft': {
    status: 409,
    title: { de: 'Es gibt keinen Entwurf', en: 'There is no draft' },
    detail: {
      de: 'Bitte zuerst die nächste Fassung schreiben und sichern.',
      en: 'Please write and save the next edition first.',
    },
  },
  'legal-document.too-early': {
    status: 422,
    title: {
      de: 'Diese Fassung kann frühestens am {earliest} beginnen.',
      en: 'This edition can begin on {earliest} at the earliest.',
    },
    pointer: '/version',
  },
  'legal-document.unreadable': {
    status: 422,
    title: { de: 'Der Text lässt sich so nicht veröffentlichen', en: 'The text cannot be published like this' },
    detail: {
      de: 'Möglich sind „# Titel“ in der ersten Zeile, „## Überschrift“, Absätze und Listen mit „- “, getrennt durch leere Zeilen.',
      en: 'Possible are “# title” in the first line, “## heading”, paragraphs, and lists with “- ”, with blank lines between them.',
    },
  },
  'legal-document.unreadable-line': {
    status: 422,
    title: {
      de: 'Zeile {line} steht so nicht im Aufbau, der möglich ist.',
      en: 'Line {line} does not fit the form that is possible.',
    },
  },
} as const satisfies Record<
  LegalDocumentRejection['code'] | 'legal-document.unreadable' | 'legal-document.unreadable-line',
  ProblemEntry
>;
