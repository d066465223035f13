import type { RepairEvidence } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Table } from '../ui/table.js';
import { PowerCurve } from './power-curve.js';

/** What the portal knows of a device: its last error codes and its power. */
export function Evidence({ evidence: { errors, powerCurve } }: { readonly evidence: RepairEvidence }) {
  return (
    <>
      <DeviceErrors errors={errors} />
      {powerCurve?.acPowerW.some((value) => value !== null) === true && <PowerCurve curve={powerCurve} />}
    </>
  );
}

/** Error codes of a device, the latest first, with their words. */
export function DeviceErrors({ errors }: Pick<RepairEvidence, 'errors'>) {
  const text = useText();
  const format = useFormat();
  if (errors.length === 0) return <p className="secondary">{text('repair.noErrors')}</p>;
  return (
    <Table
      caption={text('repair.errors')}
      cards
      rows={errors.map((error, index) => ({ ...error, index }))}
      rowKey={({ index }) => String(index)}
      columns={[
        { key: 'at', head: text('repair.when'), cell: ({ at }) => format.portal(at) },
        { key: 'code', head: text('repair.code'), cell: ({ code }) => code },
        { key: 'text', head: text('repair.error'), cell: (error) => error.text },
      ]}
    />
  );
}
