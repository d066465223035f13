import { useId, useState } from 'react';
import type { InverterListResult, ListCorrection, ListedInverter, ListVerdict } from '../api/types.js';
import { FieldError } from '../forms/fields.js';
import { useText } from '../i18n/use-text.js';
import { IconButton } from '../ui/button.js';
import type { IconName } from '../ui/icon.js';
import { Chip, type Tone } from '../ui/surfaces.js';
import { useInverterTypes, usePlant } from './queries.js';
import { typeName } from './type-name.js';
import { verdictLooks } from './verdict.js';

export type ListedField = Exclude<keyof ListCorrection, 'line'>;
type Problem = NonNullable<InverterListResult['rows'][number]['problem']>;

type RowProps = {
  readonly plantId: string;
  readonly row: ListedInverter;
  /** What was typed since the last check. */
  readonly correction: ListCorrection | undefined;
  /** Why the row was refused when it should have been added. */
  readonly problem: Problem | undefined;
  /** Undefined when it cannot be added. */
  readonly chosen: boolean | undefined;
  readonly onChoose: (chosen: boolean) => void;
  readonly onCorrect: (field: ListedField, value: string) => void;
};

const looks = {
  ...verdictLooks,
  repeated: { tone: 'mute', icon: 'info' },
  inThisPlant: { tone: 'mute', icon: 'check' },
  invalid: { tone: 'fault', icon: 'fault' },
  added: { tone: 'ok', icon: 'check' },
  unchecked: { tone: 'mute', icon: 'clock' },
} as const satisfies Record<ListVerdict | 'unchecked', { readonly tone: Tone; readonly icon: IconName }>;

/** Verdicts that typing can turn: their fields stand open. */
const openVerdicts: ReadonlySet<ListVerdict> = new Set(['invalid', 'wrongCode', 'codeMissing']);

export function ListRow({ plantId, row, correction, problem, chosen, onChoose, onCorrect }: RowProps) {
  const text = useText();
  const [wished, setWished] = useState(false);
  const verdict = correction === undefined ? row.verdict : 'unchecked';
  const look = looks[verdict];
  const isOpen = row.verdict !== 'added' && (wished || correction !== undefined || openVerdicts.has(row.verdict));
  const line = text('plant.list.line', { line: row.line });
  return (
    <li className={isOpen ? 'open' : undefined} aria-label={line}>
      <div className="list-choice">
        {chosen !== undefined && (
          <input
            type="checkbox"
            checked={chosen}
            aria-label={text('plant.list.choice', { line: row.line, serialNumber: row.serialNumber })}
            onChange={(event) => onChoose(event.target.checked)}
          />
        )}
        <span className="tertiary num" aria-hidden="true">
          {row.line}
        </span>
      </div>
      {isOpen ? (
        <RowFields plantId={plantId} row={row} correction={correction} onCorrect={onCorrect} />
      ) : (
        <RowText row={row} />
      )}
      <div className="list-verdict">
        <Chip tone={look.tone} icon={look.icon}>
          {text(`plant.list.verdict.${verdict}`)}
        </Chip>
        {problem !== undefined && correction === undefined && (
          <p className="secondary">
            {problem.title}. {problem.detail}
          </p>
        )}
      </div>
      <div className="list-edit">
        {!isOpen && row.verdict !== 'added' && (
          <IconButton
            icon="edit"
            quiet
            label={text('plant.list.edit', { line: row.line })}
            onClick={() => setWished(true)}
          />
        )}
      </div>
    </li>
  );
}

function RowText({ row }: { readonly row: ListedInverter }) {
  const text = useText();
  const rest = [row.activationCode === '' ? text('plant.list.noCode') : row.activationCode, row.subplant, row.type];
  return (
    <div className="list-text">
      <b>{row.name === '' ? row.serialNumber : row.name}</b>
      <span className="secondary">
        <span className="serial">{row.serialNumber}</span>
        {rest.filter((part) => part !== '').map((part) => ` · ${part}`)}
      </span>
    </div>
  );
}

type FieldsProps = Pick<RowProps, 'plantId' | 'row' | 'correction' | 'onCorrect'>;

function RowFields({ plantId, row, correction, onCorrect }: FieldsProps) {
  const text = useText();
  const subplants = usePlant(plantId).data?.subplants ?? [];
  const types = useInverterTypes().data ?? [];
  const field = (name: ListedField) => ({
    value: correction?.[name] ?? row[name],
    error:
      correction?.[name] === undefined ? row.errors.find(({ pointer }) => pointer === `/${name}`)?.message : undefined,
    onChange: (value: string) => onCorrect(name, value),
  });
  return (
    <div className="list-fields">
      <RowField label={text('plant.inverter.serialNumber')} {...field('serialNumber')} />
      <RowField label={text('plant.inverter.code')} {...field('activationCode')} />
      <RowField label={text('plant.list.name')} placeholder={text('plant.list.nameHelp')} {...field('name')} />
      {(subplants.length > 0 || row.subplant !== '') && (
        <RowChoice
          label={text('plant.inverter.subplant')}
          empty={text('plant.list.noSubplant')}
          options={subplants.map(({ name }) => ({ value: name, label: name }))}
          {...field('subplant')}
        />
      )}
      <RowChoice
        label={text('plant.inverter.type')}
        empty={text('plant.inverter.typeLater')}
        options={types.map((type) => ({ value: type.id, label: typeName(type) }))}
        {...field('type')}
      />
    </div>
  );
}

type CellProps = {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
};

const described = (id: string, error: string | undefined) =>
  error === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-error` };

function RowField({ label, value, error, onChange, placeholder }: CellProps & { readonly placeholder?: string }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        className="input"
        id={id}
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        {...described(id, error)}
      />
      <FieldError id={id} error={error} />
    </div>
  );
}

type ChoiceProps = CellProps & {
  readonly empty: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

/** What the file says stays choosable, also when it is not in the list. */
function RowChoice({ label, value, error, onChange, empty, options }: ChoiceProps) {
  const id = useId();
  const isListed = value === '' || options.some((option) => option.value === value);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        className="select"
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...described(id, error)}
      >
        <option value="">{empty}</option>
        {!isListed && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <FieldError id={id} error={error} />
    </div>
  );
}
