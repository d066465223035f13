import './repairs.css';
import type { OfficeRepairOrder, RepairOrder } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Card } from '../ui/surfaces.js';

/** What the request says, as it was sent. */
export function RequestView({
  repair,
  title,
}: {
  readonly repair: RepairOrder | OfficeRepairOrder;
  readonly title?: string;
}) {
  const text = useText();
  const format = useFormat();
  const { device, report, contact } = repair;
  const address = contact && [
    contact.company,
    contact.street,
    `${contact.postcode ?? ''} ${contact.town ?? ''}`.trim(),
  ];
  const facts = [
    [text('repair.serial'), device.serialNumber],
    [text('repair.type'), device.type],
    [text('repair.delivered'), device.deliveredOn === null ? null : format.day(device.deliveredOn)],
    [text('repair.category'), device.category === null ? null : text(`repair.category.${device.category}`)],
    [text('repair.faultText'), report?.fault],
    [
      text('repair.monitoring'),
      report?.remoteMonitoring == null ? null : text(`repair.monitoring.${report.remoteMonitoring}`),
    ],
    [text('repair.settings'), report?.specialSettings],
    [text('repair.name'), contact?.name],
    [text('repair.phone'), contact?.phone],
    [text('repair.email'), contact?.email],
    [text('repair.contact'), address?.filter(Boolean).join(', ')],
  ] as const;
  return (
    <Card className="panel repair-card">
      <h2>{title ?? text('repair.yourRequest')}</h2>
      <dl className="repair-facts plain">
        {facts.map(([label, value]) =>
          value == null || value === '' ? null : (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd className="repair-text">{value}</dd>
            </div>
          ),
        )}
      </dl>
      {'attached' in repair && repair.attached !== null && (
        <p className="secondary">
          {text('repair.attached', {
            errors: repair.attached.errorCount,
            curve: repair.attached.hasPowerCurve ? 'yes' : 'no',
          })}
        </p>
      )}
    </Card>
  );
}
