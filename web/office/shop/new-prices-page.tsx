import '../office-list.css';
import './shop.css';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { request } from '../../api/client.js';
import type { OfficePriceList } from '../../api/types.js';
import { usePages } from '../../api/use-pages.js';
import { numberForInput, parseDecimal } from '../../format/numbers.js';
import { useFormat } from '../../format/use-format.js';
import { TextField } from '../../forms/fields.js';
import { FormActions, FormFrame } from '../../forms/form.js';
import { LeaveGuard } from '../../forms/leave-guard.js';
import { numberWithin, required } from '../../forms/rules.js';
import { useForm, type FormErrors, type FormValues } from '../../forms/use-form.js';
import { useText, type Text } from '../../i18n/use-text.js';
import { LoadFailure } from '../../shell/failure.js';
import { Button, IconButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Card, Loading } from '../../ui/surfaces.js';
import { useToast } from '../../ui/toast.js';
import { DifferenceTable } from './difference-table.js';
import { bracketsOf, differenceOf, type Bracket } from './price-difference.js';
import { proposedDay } from './proposed-day.js';

/** A price list is drafted from the one in force, looked at beside it, and published from a day on. */
export function NewPriceListPage() {
  const text = useText();
  const lists = usePages<OfficePriceList>('/office/price-lists');
  const current = lists.items?.find(({ state }) => state === 'inForce');
  return (
    <Page title={text('office.prices.newTitle')} lead={text('office.prices.newLead')}>
      {current !== undefined ? (
        <Draft current={current} />
      ) : lists.isError ? (
        <LoadFailure error={lists.error} retry={() => void lists.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

const fields = ['upToW', 'net365Cents', 'net730Cents'] as const;
/** kW and euro in the field, W and cents in the API. */
const factors = { upToW: 1_000, net365Cents: 100, net730Cents: 100 } as const;
type Values = FormValues<string>;

const pointer = (row: number, field: (typeof fields)[number]) => `/brackets/${row}/${field}`;
const rowsIn = (values: Values) => Object.keys(values).filter((name) => name.endsWith('/upToW')).length;

function valuesOf(rows: readonly Partial<Record<(typeof fields)[number], string>>[], validFrom: string): Values {
  const cells = rows.flatMap((row, at) => fields.map((field) => [pointer(at, field), row[field] ?? ''] as const));
  return { '/validFrom': validFrom, ...Object.fromEntries(cells) };
}

function textsOf(values: Values): Partial<Record<(typeof fields)[number], string>>[] {
  return Array.from({ length: rowsIn(values) }, (_, row) =>
    Object.fromEntries(fields.map((field) => [field, values[pointer(row, field)] ?? ''])),
  );
}

function Draft({ current }: { readonly current: OfficePriceList }) {
  const text = useText();
  const format = useFormat();
  const { language } = format;
  const navigate = useNavigate();
  const toast = useToast();
  const client = useQueryClient();
  const [isPreview, setPreview] = useState(false);
  const bracketsIn = (values: Values): readonly Bracket[] =>
    textsOf(values).map((row) => {
      const read = (field: (typeof fields)[number]) =>
        Math.round((parseDecimal(row[field] ?? '', language, true) ?? 0) * factors[field]);
      return { upToW: read('upToW'), net365Cents: read('net365Cents'), net730Cents: read('net730Cents') };
    });
  const form = useForm<string>({
    initial: valuesOf(
      bracketsOf(current).map((bracket) =>
        Object.fromEntries(fields.map((field) => [field, numberForInput(bracket[field] / factors[field], language)])),
      ),
      proposedDay(),
    ),
    validate: (values) => wrongOnes(text, language, values),
    submit: async (values) => {
      if (!isPreview) return setPreview(true);
      const body = { validFrom: values['/validFrom'], brackets: bracketsIn(values) };
      try {
        await request<unknown>('POST', '/office/price-lists', { body });
      } catch (error) {
        setPreview(false);
        throw error;
      }
      await client.invalidateQueries({ queryKey: ['office', 'price-lists'] });
      toast(text('office.prices.done', { day: format.day(values['/validFrom'] ?? '') }));
      await navigate({ to: '/office/prices' });
    },
  });
  const { values } = form;
  const count = rowsIn(values);
  const day = values['/validFrom'] ?? '';
  const change = (rows: ReturnType<typeof textsOf>) => form.change((all) => valuesOf(rows, all['/validFrom'] ?? ''));
  return (
    <FormFrame form={form} label={text('office.prices.newTitle')}>
      <LeaveGuard form={form} />
      {isPreview ? (
        <>
          <Card>
            <h2>{text('office.prices.previewTitle', { day: format.day(day) })}</h2>
            <p className="secondary preview-text">{text('office.prices.previewText', { day: format.day(day) })}</p>
            <DifferenceTable of={differenceOf(bracketsOf(current), bracketsIn(values))} />
          </Card>
          <div className="form-actions">
            <Button onClick={() => setPreview(false)}>{text('office.prices.goOn')}</Button>
            <Button look="primary" type="submit" busy={form.busy}>
              {text('office.prices.publish')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <Card>
            <div className="valid-from">
              <TextField
                field={form.field('/validFrom')}
                label={text('office.prices.validFrom')}
                help={text('office.prices.validFromHelp')}
                type="date"
              />
            </div>
          </Card>
          <Card>
            <div className="bracket-rows">
              {Array.from({ length: count }, (_, row) => (
                <div
                  key={row}
                  className="bracket-row"
                  role="group"
                  data-row
                  aria-label={text('office.prices.row', { row: row + 1 })}
                >
                  <TextField
                    field={form.field(pointer(row, 'upToW'))}
                    label={text('office.prices.upTo')}
                    unit="kW"
                    numeric
                  />
                  <TextField
                    field={form.field(pointer(row, 'net365Cents'))}
                    label={text('office.prices.net365')}
                    unit="€"
                    numeric
                  />
                  <TextField
                    field={form.field(pointer(row, 'net730Cents'))}
                    label={text('office.prices.net730')}
                    unit="€"
                    numeric
                  />
                  <IconButton
                    icon="remove"
                    quiet
                    label={text('office.prices.removeRow', { row: row + 1 })}
                    disabled={count === 1}
                    onClick={() => change(textsOf(values).filter((_one, at) => at !== row))}
                  />
                </div>
              ))}
            </div>
            <div className="row more">
              <Button icon="add" onClick={() => change([...textsOf(values), {}])}>
                {text('office.prices.addRow')}
              </Button>
            </div>
          </Card>
          <FormActions form={form} submit={text('office.prices.preview')} />
        </>
      )}
    </FormFrame>
  );
}

function wrongOnes(text: Text, language: 'de' | 'en', values: Values): FormErrors<string> {
  const powerOf = (row: number) => parseDecimal(values[pointer(row, 'upToW')] ?? '', language, true);
  const rows = Array.from({ length: rowsIn(values) }, (_, row) => {
    const within = (field: (typeof fields)[number], min: number) =>
      numberWithin(text, language, values[pointer(row, field)] ?? '', { min, max: 1_000_000, groups: true });
    const [before, here] = [row === 0 ? 0 : powerOf(row - 1), powerOf(row)];
    const falls = before !== undefined && here !== undefined && here <= before;
    return [
      [pointer(row, 'upToW'), within('upToW', 0.001) ?? (falls ? text('office.prices.ascending') : undefined)],
      [pointer(row, 'net365Cents'), within('net365Cents', 0)],
      [pointer(row, 'net730Cents'), within('net730Cents', 0)],
    ] as const;
  });
  return { '/validFrom': required(text, values['/validFrom'] ?? ''), ...Object.fromEntries(rows.flat()) };
}
