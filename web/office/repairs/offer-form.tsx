import '../../repairs/repairs.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { ApiProblem } from '../../api/problem.js';
import type { OfficeRepairOrder } from '../../api/types.js';
import { SelectField, TextArea, TextField } from '../../forms/fields.js';
import { FormFrame } from '../../forms/form.js';
import { useForm } from '../../forms/use-form.js';
import { portalZone } from '../../format/dates.js';
import { parseDecimal } from '../../format/numbers.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { repairCategories, repairPricesQuery } from '../../repairs/api.js';
import { Button, IconButton } from '../../ui/button.js';
import { Card } from '../../ui/surfaces.js';
import type { Act } from './act.js';

const emptyLine = { code: '', description: '', quantity: '1', price: '' };
const pointer = (line: number, field: keyof typeof emptyLine) => `/positions/${line}/${field}`;
const lineOf = (line: number) =>
  Object.fromEntries(
    Object.entries(emptyLine).map(([field, value]) => [pointer(line, field as keyof typeof emptyLine), value]),
  );

/** An offer holds for a month, unless somebody says otherwise. */
const validUntil = () => Temporal.Now.plainDateISO(portalZone).add({ days: 30 }).toString();

/** The API counts the lines that it got; the form names a line by the number that it had when it was added. */
function besideLines(error: unknown, lines: readonly number[]): unknown {
  if (!(error instanceof ApiProblem)) return error;
  const errors = error.problem.errors?.map((one) => ({
    ...one,
    pointer: one.pointer.replace(
      /^\/positions\/(\d+)/,
      (_, index: string) => `/positions/${lines[Number(index)] ?? 0}`,
    ),
  }));
  return new ApiProblem({ ...error.problem, ...(errors && { errors }) }, error.retryAfterSeconds);
}

/** An offer line by line: from the price list, whose texts and prices may be overwritten, or of the office's own. */
export function OfferForm({ repair, act }: { readonly repair: OfficeRepairOrder; readonly act: Act }) {
  const text = useText();
  const format = useFormat();
  const prices = useQuery(repairPricesQuery).data;
  const { language } = repair.customer;
  const [lines, setLines] = useState<readonly number[]>([0]);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const title = text(repair.offer === null ? 'office.repairs.offer' : 'office.repairs.newOffer');
  const form = useForm<string>({
    initial: { '/category': repair.device.category ?? '', '/validUntil': validUntil(), '/note': '', ...lineOf(0) },
    validate: (values) => ({
      ...Object.fromEntries(
        ['/category', '/validUntil'].map((name) => [name, values[name] === '' ? text('form.required') : undefined]),
      ),
      ...Object.fromEntries(
        lines.map((line) => {
          const price = values[pointer(line, 'price')] ?? '';
          const isNumber = price.trim() === '' || parseDecimal(price, format.language) !== undefined;
          return [pointer(line, 'price'), isNumber ? undefined : text('form.number')];
        }),
      ),
    }),
    submit: async (values) => {
      const value = (name: string) => (values[name]?.trim() === '' ? null : (values[name]?.trim() ?? null));
      const positions = lines.map((line) => {
        const price = value(pointer(line, 'price'));
        const euro = price === null ? undefined : parseDecimal(price, format.language);
        return {
          code: value(pointer(line, 'code')),
          description: value(pointer(line, 'description')),
          quantity: Number(value(pointer(line, 'quantity')) ?? 1),
          netCents: euro === undefined ? null : Math.round(euro * 100),
        };
      });
      const body = {
        category: values['/category'],
        validUntil: values['/validUntil'],
        note: value('/note'),
        positions,
      };
      await act('/offer', body, idempotencyKey).catch((error: unknown) => {
        throw besideLines(error, lines);
      });
    },
  });
  const add = () => {
    const line = Math.max(...lines) + 1;
    form.change((all) => ({ ...all, ...lineOf(line) }));
    setLines([...lines, line]);
  };
  const remove = (line: number) => {
    const gone = Object.keys(lineOf(line));
    form.change((all) => Object.fromEntries(Object.entries(all).filter(([name]) => !gone.includes(name))));
    setLines(lines.filter((one) => one !== line));
  };
  const listed = (line: number) => prices?.items.find(({ code }) => code === form.values[pointer(line, 'code')]);
  const listPrice = (line: number) => {
    const category = repairCategories.find((one) => one === form.values['/category']);
    const price = category === undefined ? null : (listed(line)?.net[category] ?? null);
    return price === null ? undefined : format.number(price.cents / 100, { min: 2, max: 2 });
  };
  return (
    <Card className="panel repair-card">
      <h2>{title}</h2>
      <FormFrame form={form} label={title}>
        <p className="secondary">
          {text('office.repairs.language', { language: text(`office.repairs.in.${language}`) })}
        </p>
        <SelectField
          field={form.field('/category')}
          label={text('office.repairs.category')}
          empty={text('repair.categoryEmpty')}
          options={repairCategories.map((value) => ({ value, label: text(`repair.category.${value}`) }))}
        />
        {lines.map((line, index) => (
          <div key={line} role="group" aria-label={text('office.repairs.item', { number: index + 1 })} data-row>
            <div className="offer-line">
              <SelectField
                field={form.field(pointer(line, 'code'))}
                label={text('office.repairs.from')}
                empty={text('office.repairs.own')}
                options={(prices?.items ?? []).map(({ code, name }) => ({ value: code, label: name[language] }))}
              />
              <TextField
                field={form.field(pointer(line, 'description'))}
                label={text('office.repairs.description')}
                optional={listed(line) !== undefined}
                {...(listed(line) === undefined ? {} : { placeholder: listed(line)?.name[language] ?? '' })}
              />
              <TextField
                field={form.field(pointer(line, 'quantity'))}
                label={text('office.repairs.quantity')}
                numeric
              />
              <TextField
                field={form.field(pointer(line, 'price'))}
                label={text('office.repairs.price')}
                numeric
                unit="€"
                optional={listPrice(line) !== undefined}
                {...(listPrice(line) === undefined ? {} : { placeholder: listPrice(line) ?? '' })}
              />
            </div>
            {lines.length > 1 && (
              <IconButton
                icon="remove"
                quiet
                label={text('office.repairs.removeItem', { number: index + 1 })}
                onClick={() => remove(line)}
              />
            )}
          </div>
        ))}
        <div>
          <Button icon="add" onClick={add}>
            {text('office.repairs.add')}
          </Button>
        </div>
        <TextField field={form.field('/validUntil')} label={text('office.repairs.validUntil')} type="date" />
        <TextArea field={form.field('/note')} label={text('office.repairs.note')} optional />
        <div className="form-actions">
          <Button look="primary" type="submit" busy={form.busy}>
            {text('office.repairs.send')}
          </Button>
        </div>
      </FormFrame>
    </Card>
  );
}
