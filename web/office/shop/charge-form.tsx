import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { request } from '../../api/client.js';
import type { OfficeLicenceHistory, Order, SupplementQuote } from '../../api/types.js';
import { numberForInput, parseDecimal } from '../../format/numbers.js';
import { useFormat } from '../../format/use-format.js';
import { SelectField, TextArea, TextField } from '../../forms/fields.js';
import { FormActions, FormFrame } from '../../forms/form.js';
import { LeaveGuard } from '../../forms/leave-guard.js';
import { numberWithin, required, textUpTo } from '../../forms/rules.js';
import { useForm } from '../../forms/use-form.js';
import { useText } from '../../i18n/use-text.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/surfaces.js';
import { useToast } from '../../ui/toast.js';
import { EvidenceFile, type AddedFile } from './evidence-file.js';
import { ChargePreview } from './charge-preview.js';
import { portalZone } from '../../format/dates.js';

type ChargeFormProps = { readonly history: OfficeLicenceHistory; readonly licenceId: string | undefined };

/** What was found out about the power of a plant; before the invoice is issued, what it comes to is shown. */
export function ChargeForm({ history: { plantId, plant, licences }, licenceId }: ChargeFormProps) {
  const text = useText();
  const format = useFormat();
  const { language } = format;
  const navigate = useNavigate();
  const toast = useToast();
  const client = useQueryClient();
  const [quote, setQuote] = useState<SupplementQuote | null>(null);
  const [file, setFile] = useState<AddedFile | null>(null);
  const chosen = licences.find((one) => one.licenceId === licenceId) ?? licences.at(-1);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: portalZone }).format();
  const installedW = plant?.nominalPowerW ?? 0;
  const isMore = chosen !== undefined && installedW > chosen.licensedPowerW;
  const form = useForm({
    initial: {
      '/licenceId': chosen?.licenceId ?? '',
      '/truePowerW': isMore ? numberForInput(installedW / 1_000, language) : '',
      '/since': chosen !== undefined && chosen.firstDay <= today ? chosen.firstDay : today,
      '/evidence': '',
    },
    validate: (values) => ({
      '/truePowerW': numberWithin(text, language, values['/truePowerW'], { min: 0.001, max: 1_000_000, groups: true }),
      '/since': required(text, values['/since']),
      '/evidence': textUpTo(text, values['/evidence'], 300),
    }),
    submit: async (values) => {
      const path = `/office/licences/${plantId}/${values['/licenceId']}/supplement`;
      const truePowerW = Math.round((parseDecimal(values['/truePowerW'], language, true) ?? 0) * 1_000);
      const finding = { truePowerW, since: values['/since'] };
      if (quote === null) return setQuote(await request<SupplementQuote>('GET', path, { query: finding }));
      try {
        await request<Order>('POST', path, {
          body: { ...finding, evidence: values['/evidence'].trim(), fileId: file?.id },
        });
      } catch (error) {
        setQuote(null);
        throw error;
      }
      await client.invalidateQueries({ queryKey: ['office'] });
      toast(text('office.charges.isCharged'));
      await navigate({ to: '/office/charges', search: {} });
    },
  });
  return (
    <FormFrame form={form} label={text('office.charges.newTitle')}>
      <LeaveGuard form={form} />
      {quote === null ? (
        <Card className="panel stack">
          <SelectField
            field={form.field('/licenceId')}
            label={text('office.charges.forLicence')}
            options={licences.toReversed().map((one) => ({
              value: one.licenceId,
              label: text('office.charges.licenceText', {
                first: format.day(one.firstDay, 'dayShort'),
                last: format.day(one.lastDay, 'dayShort'),
                power: format.inWords(format.ratedPower(one.licensedPowerW)),
                state: text(`shop.licence.${one.state}`),
              }),
            }))}
          />
          <div className="columns">
            <TextField
              field={form.field('/truePowerW')}
              label={text('office.charges.truePower')}
              help={text('office.charges.truePowerHelp')}
              unit="kW"
              numeric
            />
            <TextField
              field={form.field('/since')}
              label={text('office.charges.since')}
              help={text('office.charges.sinceHelp')}
              type="date"
              max={today}
            />
          </div>
          <TextArea
            field={form.field('/evidence')}
            label={text('office.charges.evidence')}
            help={text('office.charges.evidenceHelp')}
          />
          <EvidenceFile file={file} onFile={setFile} />
          <FormActions form={form} submit={text('office.charges.preview')} />
        </Card>
      ) : (
        <>
          <ChargePreview
            quote={quote}
            since={form.values['/since']}
            evidence={form.values['/evidence'].trim()}
            fileName={file?.name ?? null}
          />
          <div className="form-actions">
            <Button onClick={() => setQuote(null)}>{text('office.prices.goOn')}</Button>
            <Button look="primary" type="submit" busy={form.busy}>
              {text('office.charges.issue')}
            </Button>
          </div>
        </>
      )}
    </FormFrame>
  );
}
