import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { request } from '../api/client.js';
import { plantsQuery } from '../api/plants.js';
import type { RepairOrder } from '../api/types.js';
import { countryOptions } from '../forms/countries.js';
import { SelectField, TextArea, TextField } from '../forms/fields.js';
import { FormFrame, FormGroup } from '../forms/form.js';
import { useForm } from '../forms/use-form.js';
import { useLanguage } from '../i18n/language.js';
import { useText } from '../i18n/use-text.js';
import { invertersQuery } from '../plant/queries.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { useToast } from '../ui/toast.js';
import { repairCategories, repairQuery } from './api.js';
import { Attachments } from './attachments.js';
import { draftBody, type DraftValues } from './draft-values.js';

/** The request as a form: kept as a draft, or sent. The server says what is missing. */
export function DraftForm({ repair, initial }: { readonly repair: RepairOrder | null; readonly initial: DraftValues }) {
  const text = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { language } = useLanguage();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const isSent = useRef(false);
  const id = useRef(repair?.id);
  // As `id`, for what is drawn.
  const [keptId, setKeptId] = useState(repair?.id);
  const [files, setFiles] = useState(repair?.attachments ?? []);

  async function save(values: DraftValues): Promise<RepairOrder> {
    const body = draftBody(values);
    const saved =
      id.current === undefined
        ? await request<RepairOrder>('POST', '/repair-orders', { body, idempotencyKey })
        : await request<RepairOrder>('PUT', `/repair-orders/${id.current}`, { body });
    id.current = saved.id;
    setKeptId(saved.id);
    return saved;
  }

  const form = useForm<keyof DraftValues>({
    initial,
    validate: () => ({}),
    submit: async (values) => {
      let repairNow = await save(values);
      if (isSent.current) repairNow = await request<RepairOrder>('POST', `/repair-orders/${repairNow.id}/request`);
      client.setQueryData(repairQuery(repairNow.id).queryKey, repairNow);
      await client.invalidateQueries({ queryKey: ['repair-orders'] });
      toast(text(isSent.current ? 'repair.sent' : 'repair.saved'));
      await navigate({ to: '/repairs/$repairId', params: { repairId: repairNow.id } });
    },
  });
  const { field } = form;

  const discard = useMutation({
    mutationFn: async () => {
      if (id.current !== undefined) await request('DELETE', `/repair-orders/${id.current}`);
      await client.invalidateQueries({ queryKey: ['repair-orders'] });
      await navigate({ to: '/repairs' });
    },
  });

  return (
    <FormFrame form={form} label={text('repair.form')}>
      <FormGroup title={text('repair.device')} help={text('repair.deviceHelp')}>
        <FromPlant form={form} />
        <TextField field={field('/device/serialNumber')} label={text('repair.serial')} />
        <TextField field={field('/device/type')} label={text('repair.type')} />
        <TextField
          field={field('/device/deliveredOn')}
          label={text('repair.delivered')}
          help={text('repair.deliveredHelp')}
          type="date"
          optional
        />
        <Category form={form} />
      </FormGroup>
      <FormGroup title={text('repair.fault')} help={text('repair.attachedHelp')}>
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
      </FormGroup>
      <FormGroup title={text('repair.files')}>
        <Attachments
          files={files}
          path={`/repair-orders/${keptId ?? ''}`}
          begin={async () => `/repair-orders/${id.current ?? (await save(form.values)).id}`}
          onAdded={(file) => setFiles((all) => [...all, file])}
          onRemoved={(file) => setFiles((all) => all.filter((one) => one.id !== file.id))}
        />
      </FormGroup>
      <FormGroup title={text('repair.contact')} help={text('repair.contactHelp')}>
        <TextField field={field('/contact/name')} label={text('repair.name')} autoComplete="name" />
        <TextField field={field('/contact/phone')} label={text('repair.phone')} type="tel" autoComplete="tel" />
        <TextField field={field('/contact/email')} label={text('repair.email')} type="email" autoComplete="email" />
        <TextField
          field={field('/contact/company')}
          label={text('repair.company')}
          autoComplete="organization"
          optional
        />
        <TextField field={field('/contact/street')} label={text('repair.street')} autoComplete="street-address" />
        <TextField field={field('/contact/postcode')} label={text('repair.postcode')} autoComplete="postal-code" />
        <TextField field={field('/contact/town')} label={text('repair.town')} autoComplete="address-level2" />
        <SelectField
          field={field('/contact/country')}
          label={text('repair.country')}
          autoComplete="country"
          empty={text('repair.categoryEmpty')}
          options={countryOptions(language)}
        />
      </FormGroup>
      {discard.error !== null && <LoadFailure error={discard.error} />}
      <div className="form-actions">
        {repair !== null && (
          <Button look="danger" busy={discard.isPending} onClick={() => discard.mutate()}>
            {text('repair.discard')}
          </Button>
        )}
        <Button type="submit" busy={form.busy} onClick={() => (isSent.current = false)}>
          {text('repair.save')}
        </Button>
        <Button look="primary" type="submit" busy={form.busy} onClick={() => (isSent.current = true)}>
          {text('repair.send')}
        </Button>
      </div>
    </FormFrame>
  );
}

type DeviceForm = Pick<ReturnType<typeof useForm<keyof DraftValues>>, 'field' | 'values' | 'change' | 'propose'>;

/** A device of an own plant brings its serial number and type along. */
function FromPlant({ form: { field, values, change } }: { readonly form: DeviceForm }) {
  const text = useText();
  const plants = useQuery(plantsQuery).data ?? [];
  const plantId = values['/device/plantId'];
  const inverters = useQuery({ ...invertersQuery(plantId), enabled: plantId !== '' }).data?.items;
  if (plants.length === 0) return null;
  const choosePlant = (chosen: string) =>
    change((all) => ({ ...all, '/device/plantId': chosen, '/device/inverterId': '' }));
  const chooseInverter = (chosen: string) => {
    const inverter = (inverters ?? []).find(({ id }) => id === chosen);
    change((all) => ({
      ...all,
      '/device/inverterId': chosen,
      ...(inverter !== undefined && {
        '/device/serialNumber': inverter.serialNumber,
        '/device/type': inverter.type?.model ?? all['/device/type'],
      }),
    }));
  };
  return (
    <>
      <SelectField
        field={{ ...field('/device/plantId'), onChange: choosePlant }}
        label={text('repair.fromPlant')}
        empty={text('repair.fromPlantEmpty')}
        optional
        options={plants.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {plantId !== '' && (
        <SelectField
          field={{ ...field('/device/inverterId'), onChange: chooseInverter }}
          label={text('repair.inverter')}
          empty={text('repair.inverterEmpty')}
          optional
          options={(inverters ?? []).map(({ id, name, serialNumber }) => ({
            value: id,
            label: name === serialNumber ? name : `${name} (${serialNumber})`,
          }))}
        />
      )}
    </>
  );
}

/** The category that the portal proposes stands in the field until somebody chooses another. */
function Category({ form: { field, values, propose } }: { readonly form: DeviceForm }) {
  const text = useText();
  const [chosen, setChosen] = useState(values['/device/category'] !== '');
  const serialNumber = values['/device/serialNumber'].trim();
  const deliveredOn = values['/device/deliveredOn'];
  const type = values['/device/type'].trim() || undefined;
  const proposed = useQuery({
    queryKey: ['repairs', 'category', serialNumber, deliveredOn, type],
    enabled: /^[\x21-\x7e]{1,40}$/.test(serialNumber) && /^\d{4}-\d\d-\d\d$/.test(deliveredOn),
    retry: false,
    queryFn: async ({ signal }) => {
      const query = { serialNumber, deliveredOn, type };
      return (
        await request<{ category: RepairOrder['device']['category'] }>('GET', '/repair-category', { query, signal })
      ).category;
    },
  }).data;
  useEffect(() => {
    if (proposed === null || proposed === undefined || chosen || values['/device/category'] === proposed) return;
    propose((all) => ({ ...all, '/device/category': proposed }));
  }, [proposed, chosen, values, propose]);
  const of = field('/device/category');
  const help =
    proposed === null || proposed === undefined
      ? undefined
      : text('repair.proposed', { category: text(`repair.short.${proposed}`) });
  return (
    <SelectField
      field={{
        ...of,
        onChange: (category) => {
          setChosen(true);
          of.onChange(category);
        },
      }}
      label={text('repair.category')}
      help={help}
      empty={text('repair.categoryEmpty')}
      options={repairCategories.map((value) => ({ value, label: text(`repair.category.${value}`) }))}
    />
  );
}
