import './prices.css';
import type { RepairPrices } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { TextField } from '../../forms/fields.js';
import { numberWithin, required, textUpTo } from '../../forms/rules.js';
import type { FormErrors, FormValues } from '../../forms/use-form.js';
import { useText, type Text } from '../../i18n/use-text.js';
import { repairCategories } from '../../repairs/api.js';
import { LoadFailure } from '../../shell/failure.js';
import { Button, IconButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Card, Loading } from '../../ui/surfaces.js';
import { Table } from '../../ui/table.js';
import { ListDraft, type ListForm } from '../prices/list-draft.js';
import { proposedDay } from '../prices/proposed-day.js';
import {
  changesBetween,
  itemsOf,
  pointerOf,
  rowsIn,
  rowsOf,
  valuesOf,
  withRows,
  type ItemChange,
  type Row,
} from './price-draft.js';
import { useRepairPriceLists, withStates } from './price-lists.js';

/** A price list for repairs is drafted from the one in force, looked at beside it, and published from a day on (H5). */
export function NewRepairPricesPage() {
  const text = useText();
  const lists = useRepairPriceLists();
  const current = lists.data && withStates(lists.data).find(({ state }) => state === 'inForce');
  return (
    <Page title={text('office.repairPrices.newTitle')} lead={text('office.prices.newLead')}>
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

function Draft({ current }: { readonly current: RepairPrices }) {
  const text = useText();
  const { language } = useFormat();
  const change = ({ change: set }: ListForm, rows: (now: readonly Row[]) => readonly Row[]) =>
    set((all) => withRows(all, rows(rowsOf(all))));
  return (
    <ListDraft
      label={text('office.repairPrices.newTitle')}
      lists="/office/repair-price-lists"
      page="/office/repair-prices"
      initial={valuesOf(current, proposedDay(), language)}
      validate={(values) => wrongOnes(text, language, values)}
      body={(values) => ({
        validFrom: values['/validFrom'],
        warrantyYears: Number(values['/warrantyYears']),
        items: itemsOf(values, language),
      })}
      changes={(values) => (
        <>
          <Changes of={changesBetween(current, itemsOf(values, language))} />
          <p className="tertiary">
            {text('office.repairPrices.warranty', { years: Number(values['/warrantyYears']) })}
          </p>
        </>
      )}
      beside={(form) => (
        <div>
          <Button icon="add" onClick={() => change(form, (rows) => [...rows, {}])}>
            {text('office.repairPrices.addWork')}
          </Button>
        </div>
      )}
    >
      {(form) => (
        <>
          <Card>
            <div className="repair-price-head">
              <TextField
                field={form.field('/validFrom')}
                label={text('office.prices.validFrom')}
                help={text('office.prices.validFromHelp')}
                type="date"
              />
              <TextField
                field={form.field('/warrantyYears')}
                label={text('office.repairPrices.warrantyYears')}
                unit={text('office.repairPrices.years')}
                numeric
              />
            </div>
            <p className="help">{text('office.repairPrices.emptyPrice')}</p>
          </Card>
          {Array.from({ length: rowsIn(form.values) }, (_, row) => (
            <Work
              key={row}
              row={row}
              field={(name) => form.field(pointerOf(row, name))}
              {...(rowsIn(form.values) > 1 && {
                remove: () => change(form, (rows) => rows.filter((_one, at) => at !== row)),
              })}
            />
          ))}
        </>
      )}
    </ListDraft>
  );
}

type WorkProps = {
  readonly row: number;
  readonly field: (name: string) => Parameters<typeof TextField>[0]['field'];
  /** Left out for the last one. */
  readonly remove?: () => void;
};

function Work({ row, field, remove }: WorkProps) {
  const text = useText();
  return (
    <section
      className="card panel repair-price-row"
      role="group"
      aria-label={text('office.repairPrices.row', { row: row + 1 })}
    >
      <div className="repair-price-names">
        <TextField field={field('name/de')} label={text('office.repairPrices.nameDe')} />
        <TextField field={field('name/en')} label={text('office.repairPrices.nameEn')} />
        <TextField field={field('code')} label={text('office.repairPrices.code')} autoCapitalize="none" />
        {remove !== undefined && (
          <IconButton
            icon="remove"
            quiet
            label={text('office.repairPrices.removeRow', { row: row + 1 })}
            onClick={remove}
          />
        )}
      </div>
      <div className="repair-price-cells">
        {repairCategories.map((category) => (
          <TextField
            key={category}
            field={field(`netCents/${category}`)}
            label={text(`repair.short.${category}`)}
            unit="€"
            numeric
            optional
          />
        ))}
      </div>
    </section>
  );
}

/** What changes, work by work: after, before. */
function Changes({ of }: { readonly of: readonly ItemChange[] }) {
  const text = useText();
  const format = useFormat();
  const price = (cents: number | null | undefined) =>
    cents === null || cents === undefined ? text('repair.notOffered') : format.euro({ cents });
  return (
    <Table
      caption={text('office.prices.difference')}
      cards
      rows={of}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'work',
          head: text('repair.work'),
          cell: ({ before, after }) => (
            <>
              {(after ?? before)?.name[format.language]}
              {before === null && <span className="under">{text('office.repairPrices.added')}</span>}
              {after === null && <span className="under">{text('office.repairPrices.removed')}</span>}
            </>
          ),
        },
        ...repairCategories.map((category) => ({
          key: category,
          head: text(`repair.short.${category}`),
          right: true,
          cell: ({ before, after }: ItemChange) => {
            const [old, next] = [before?.netCents[category], after?.netCents[category]];
            if (before === null || after === null) return price(next ?? old);
            if (old === next) return price(next);
            return (
              <>
                <b>{price(next)}</b>
                <span className="under num">{text('office.prices.before', { price: price(old) })}</span>
              </>
            );
          },
        })),
      ]}
    />
  );
}

function wrongOnes(text: Text, language: 'de' | 'en', values: FormValues<string>): FormErrors<string> {
  const codes = itemsOf(values, language).map(({ code }) => code);
  const rows = rowsOf(values).flatMap((row, at) => {
    const name = (field: string) => required(text, row[field] ?? '') ?? textUpTo(text, row[field] ?? '', 120);
    const code = codes[at] ?? '';
    const isTaken = codes.indexOf(code) < at;
    const wrongCode = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code) ? undefined : text('office.repairPrices.codeWrong');
    const prices = repairCategories.map((category) => {
      const price = row[`netCents/${category}`] ?? '';
      const wrong = numberWithin(text, language, price, { min: 0, max: 1_000_000, groups: true });
      return [pointerOf(at, `netCents/${category}`), price.trim() === '' ? undefined : wrong] as const;
    });
    return [
      [pointerOf(at, 'name/de'), name('name/de')],
      [pointerOf(at, 'name/en'), name('name/en')],
      [
        pointerOf(at, 'code'),
        required(text, code) ?? wrongCode ?? (isTaken ? text('office.repairPrices.codeTwice') : undefined),
      ],
      ...prices,
    ] as const;
  });
  const years = values['/warrantyYears'] ?? '';
  return {
    '/validFrom': required(text, values['/validFrom'] ?? ''),
    '/warrantyYears': /^\d+$/.test(years.trim())
      ? numberWithin(text, language, years, { min: 0, max: 30 })
      : text('office.repairPrices.wholeYears'),
    ...Object.fromEntries(rows),
  };
}
