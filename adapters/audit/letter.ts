import { rootLine } from '../event-log/export-format.js';
import type { Mail } from '../mail/port.js';
import type { AuditPayload } from './notices.js';

type Portal = { readonly publicUrl: string; readonly operatorName: string };

/** Text in German and English, because nobody asked an auditor for a language; the root as a file to be kept. */
export function auditLetter(
  notice: AuditPayload,
  { publicUrl, operatorName }: Portal,
): Pick<Mail, 'subject' | 'text' | 'attachments'> {
  const signature = `-- \nSiteLink\n${operatorName}\n${publicUrl}\n`;
  if (notice.template === 'broken-log') {
    const { streamId, revision, fault, what, foundAt } = notice.fault;
    const place = streamId === null ? 'log' : `${streamId}, revision ${revision}`;
    return {
      subject: 'SiteLink: Das Protokoll ist beschädigt / The log is broken',
      text: [
        'Guten Tag,',
        'bei der nächtlichen Prüfung ist das Ereignisprotokoll nicht mehr das, was geschrieben wurde. Es wurde keine Tageswurzel gebildet, bis die Ursache behoben ist.',
        'Bitte lassen Sie die Datenbank, wie sie ist, rufen Sie npm run verify-log auf und vergleichen Sie mit einer Sicherung.',
        'Hello,',
        'the nightly check found that the event log is no longer what was written. No daily root is made until the cause is mended.',
        'Please leave the database as it is, run npm run verify-log, and compare with a backup.',
        `${place}\n${fault}: ${what}\n${foundAt}`,
        signature,
      ].join('\n\n'),
    };
  }
  const { day, events, streams } = notice.root;
  return {
    subject: `SiteLink: Tageswurzel / daily root ${day}`,
    text: [
      'Guten Tag,',
      `die angehängte Zeile steht für das ganze Ereignisprotokoll am Ende des ${day}: ${events} Ereignisse in ${streams} Strömen. Bitte bewahren Sie sie auf. Mit npm run verify-log -- --against roots.jsonl beweist sie, dass seither nichts geändert oder entfernt wurde; die Dateien mehrerer Tage dürfen aneinandergehängt werden.`,
      'Hello,',
      `the attached line stands for the whole event log at the end of ${day}: ${events} events in ${streams} streams. Please keep it. With npm run verify-log -- --against roots.jsonl it proves that nothing was changed or removed since; the files of several days may be joined.`,
      rootLine(notice.root),
      signature,
    ].join('\n\n'),
    attachments: [{ name: 'roots.jsonl', contentType: 'application/jsonl', text: `${rootLine(notice.root)}\n` }],
  };
}
