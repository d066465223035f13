import { auditLetter } from '../../audit/letter.js';
import type { AuditPayload } from '../../audit/notices.js';
import { renderLetter, type Letter } from '../templates/letter.js';
import { accountExamples, examplePortal, exampleSender } from './account-examples.js';
import { alertExamples } from './alert-examples.js';
import { plantExamples } from './plant-examples.js';
import { reportExamples } from './report-examples.js';
import type { MailExample, Said, Variants } from './port.js';
import { repairExamples } from './repair-examples.js';
import { declarationExamples, licenceExamples, orderExamples } from './shop-examples.js';

const audit = (notice: AuditPayload): Said => ({
  ...auditLetter(notice, { publicUrl: examplePortal, operatorName: exampleSender.name }),
  html: null,
});

const at = '2027-03-02T00:10:00Z';

/** Written in German and English at once. */
const auditExamples: Readonly<Record<AuditPayload['template'], Variants<Said>>> = {
  'daily-root': {
    '': () =>
      audit({
        ...{ template: 'daily-root', at },
        root: {
          ...{ day: '2027-03-01', events: 12_345, streams: 345 },
          ...{ sequence: '5c'.repeat(32), root: 'a3'.repeat(32) },
        },
      }),
  },
  'broken-log': {
    '': () =>
      audit({
        ...{ template: 'broken-log', at },
        fault: {
          ...{ id: '0d3f4a5e-aaaa-4222-8333-944445555666', streamId: 'licence-0d3f4a5e-7777-4222-8333-944445555666' },
          ...{ revision: '3', fault: 'hash', what: 'the event is no longer what was written', foundAt: at },
        },
      }),
  },
};

/** Every mail that the portal writes, with example values, in the order in which people meet them. */
export const mailExamples: readonly MailExample[] = [
  ...examplesOf('account', accountExamples, renderLetter),
  ...examplesOf('plant', plantExamples, renderLetter),
  ...examplesOf('alert', alertExamples, renderLetter),
  ...examplesOf('report', reportExamples, renderLetter),
  ...examplesOf('order', orderExamples, renderLetter),
  ...examplesOf('licence', licenceExamples, renderLetter),
  ...examplesOf('declaration', declarationExamples, renderLetter),
  ...examplesOf('repair', repairExamples, renderLetter),
  ...examplesOf('audit', auditExamples, (said) => said),
];

function examplesOf<Written extends Letter | Said>(
  group: MailExample['group'],
  templates: Readonly<Record<string, Variants<Written>>>,
  render: (written: Written) => Said,
): readonly MailExample[] {
  return Object.entries(templates).flatMap(([template, variants]) =>
    Object.entries(variants).map(
      ([variant, write]) =>
        ({
          ...{ group, template },
          variant: variant === '' ? null : variant,
          say: (language) => render(write(language)),
        }) satisfies MailExample,
    ),
  );
}
