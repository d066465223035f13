import { useQuery } from '@tanstack/react-query';
import { SelectField, TextArea } from '../forms/fields.js';
import { useText } from '../i18n/use-text.js';
import { Card } from '../ui/surfaces.js';
import { repairDeviceQuery } from './api.js';
import { Evidence } from './evidence.js';
import { StepForm } from './step-form.js';
import type { Draft } from './use-draft.js';

const names = ['/report/fault', '/report/remoteMonitoring', '/report/specialSettings'] as const;

/** What is wrong, and below it what the portal itself knows of the device. */
export function FaultStep({ draft }: { readonly draft: Draft }) {
  const text = useText();
  return (
    <>
      <StepForm draft={draft} step="fault" names={names}>
        {({ field }) => (
          <>
            <TextArea field={field('/report/fault')} label={text('repair.faultText')} help={text('repair.faultHelp')} />
            <SelectField
              field={field('/report/remoteMonitoring')}
              label={text('repair.monitoring')}
              empty={text('repair.categoryEmpty')}
              options={(['siteLink', 'other', 'none'] as const).map((value) => ({
                value,
                label: text(`repair.monitoring.${value}`),
              }))}
            />
            <TextArea
              field={field('/report/specialSettings')}
              label={text('repair.settings')}
              help={text('repair.settingsHelp')}
              optional
            />
          </>
        )}
      </StepForm>
      <Attached serialNumber={draft.values['/device/serialNumber']} />
    </>
  );
}

/** The last error codes and the power curve, which go along by themselves. */
function Attached({ serialNumber }: { readonly serialNumber: string }) {
  const text = useText();
  const known = useQuery(repairDeviceQuery(serialNumber)).data;
  if (known === undefined) return null;
  return (
    <Card className="panel repair-card">
      <h2>{text('repair.goesAlong')}</h2>
      {known.evidence === null ? (
        <p className="secondary">{text('repair.nothingKnown')}</p>
      ) : (
        <>
          <p className="secondary">{text('repair.goesAlongText')}</p>
          <Evidence evidence={known.evidence} />
        </>
      )}
    </Card>
  );
}
