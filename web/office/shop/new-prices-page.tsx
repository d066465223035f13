import type { OfficePriceList } from '../../api/types.js';
import { usePages } from '../../api/use-pages.js';
import { numberForInput, parseDecimal } from '../../format/numbers.js';
import { useFormat } from '../../format/use-format.js';
import { TextField } from '../../forms/fields.js';
import { numberWithin, required } from '../../forms/rules.js';
import type { FormErrors, FormValues } from '../../forms/use-form.js';
import { useText, type Text } from '../../i18n/use-text.js';
import { LoadFailure } from '../../shell/failure.js';
import { Button, IconButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Card, Loading } from '../../ui/surfaces.js';
import { ListDraft, type ListForm } from '../prices/list-draft.js';
import { proposedDay } from '../prices/proposed-day.js';
import { DifferenceTable } from './difference-table.js';
import { bracketsOf, differenceOf, type Bracket } from './price-difference.js';

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
  const { language } = useFormat();
  const bracketsIn = (values: Values): readonly Bracket[] =>
    textsOf(values).map((row) => {
      const read = (field: (typeof fields)[number]) =>
        Math.round((parseDecimal(row[field] ?? '', language, true) ?? 0) * factors[field]);
      return { upToW: read('upToW'), net365Cents: read('net365Cents'), net730Cents: read('net730Cents') };
    });
  const rowsNow = bracketsOf(current).map((bracket) =>
    Object.fromEntries(fields.map((field) => [field, numberForInput(bracket[field] / factors[field], language)])),
  );
  return (
    <ListDraft
      label={text('office.prices.newTitle')}
      lists="/office/price-lists"
      page="/office/prices"
      initial={valuesOf(rowsNow, proposedDay())}
      validate={(values) => wrongOnes(text, language, values)}
      body={(values) => ({ validFrom: values['/validFrom'], brackets: bracketsIn(values) })}
      changes={(values) => <DifferenceTable of={differenceOf(bracketsOf(current), bracketsIn(values))} />}
    >
      {(form) => (
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
          <BracketRows form={form} />
        </>
      )}
    </ListDraft>
  );
}

function BracketRows({ form }: { readonly form: ListForm }) {
  const text = useText();
  const count = rowsIn(form.values);
  const change = (rows: (now: ReturnType<typeof textsOf>) => ReturnType<typeof textsOf>) =>
    form.change((all) => valuesOf(rows(textsOf(all)), all['/validFrom'] ?? ''));
  return (
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
            <TextField field={form.field(pointer(row, 'upToW'))} label={text('office.prices.upTo')} unit="kW" numeric />
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
              onClick={() => change((rows) => rows.filter((_one, at) => at !== row))}
            />
          </div>
        ))}
      </div>
      <div className="row more">
        <Button icon="add" onClick={() => change((rows) => [...rows, {}])}>
          {text('office.prices.addRow')}
        </Button>
      </div>
    </Card>
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
