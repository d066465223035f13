import t from 'tap';
import { earliestEdition } from '../../commands/documents/legal-documents.js';
import type { LegalDocumentEvent } from '../../domain/documents/events.js';
import { legalDocumentDecider } from '../../domain/documents/legal-document.js';
import { Temporal } from '../../domain/kernel/time.js';
import { given } from '../support/given.js';

const at = '2026-11-28T10:00:00Z';
const kind = 'terms';
const texts = { de: '# AGB\n\n## Anbieter\n\nWir.\n', en: '# Terms\n\n## Provider\n\nWe.\n' };
const drafted: LegalDocumentEvent = { type: 'LegalDocumentDrafted', data: { kind, texts, at } };
const edition = { kind, version: '2027-01-01', reason: 'Neues Recht', at } as const;
const published: LegalDocumentEvent = { type: 'LegalDocumentPublished', data: { ...edition, texts } };

t.test('a draft is kept, and becomes an edition once', async (t) => {
  const draft = { type: 'DraftLegalDocument', kind, texts, at } as const;
  given(legalDocumentDecider, []).when(draft).then(t, [drafted]);
  given(legalDocumentDecider, [drafted]).when(draft).thenNothing(t);
  const publish = { type: 'PublishLegalDocument', ...edition, earliest: '2026-11-29' } as const;
  given(legalDocumentDecider, []).when(publish).thenRejected(t, { code: 'legal-document.no-draft' });
  given(legalDocumentDecider, [drafted]).when(publish).then(t, [published]);
  given(legalDocumentDecider, [drafted, published]).when(publish).thenRejected(t, { code: 'legal-document.no-draft' });
  given(legalDocumentDecider, [drafted])
    .when({ ...publish, earliest: '2027-01-02' })
    .thenRejected(t, { code: 'legal-document.too-early', earliest: '2027-01-02' });
  t.strictSame(given(legalDocumentDecider, [drafted, published]).state(), {
    draft: null,
    editions: [{ version: '2027-01-01', texts }],
  });
});

t.test('an edition begins tomorrow in Germany, or after all that are announced', async (t) => {
  const late = Temporal.Instant.from('2026-11-28T23:30:00Z');
  t.equal(earliestEdition(late, '2024-01-01'), '2026-11-30');
  t.equal(earliestEdition(late, '2027-01-01'), '2027-01-02');
});
