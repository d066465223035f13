import t from 'tap';
import { AuditPayload } from '../../adapters/audit/notices.js';
import { AlertMailPayload, MailTemplate, PlantMailTemplate, ReportMailPayload } from '../../adapters/mail/port.js';
import { ShopMailPayload } from '../../adapters/order/port.js';
import { RepairMailTemplate } from '../../adapters/repair/port.js';
import { kindName, templateName } from '../../web/office/outbox-names.js';

t.test('whatever can wait in the outbox has a name there', async (t) => {
  const shop = ShopMailPayload.options.flatMap(({ shape }) => ('template' in shape ? shape.template.options : []));
  const audit = AuditPayload.options.map(({ shape }) => shape.template.value);
  const templates: Readonly<Record<string, readonly string[]>> = {
    mail: MailTemplate.options,
    'plant-mail': PlantMailTemplate.options,
    'shop-mail': shop,
    'repair-mail': RepairMailTemplate.options,
    'repair-news': ['advocate-news'],
    'alert-mail': [AlertMailPayload.shape.template.value],
    'report-mail': ReportMailPayload.shape.template.options,
    'audit-mail': audit,
    'audit-webhook': audit,
    ...{ webhook: [], push: [], 'browser-push': [], 'password-reset': [], 'validation-mail': [] },
    'payment-notification': [],
  };
  const told = (id: string) => `told ${id}`;
  for (const [kind, all] of Object.entries(templates)) {
    t.match(kindName(told, kind), /^told /, kind);
    for (const template of all) t.match(templateName(told, kind, template), /^told /, `${kind} ${template}`);
  }
  t.equal(kindName(told, 'of-a-newer-release'), 'of-a-newer-release');
  t.equal(templateName(told, 'mail', 'constructor'), 'constructor');
});
