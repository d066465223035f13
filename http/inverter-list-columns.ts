import type { CellLook, SheetRow, StyledSheet } from '../adapters/spreadsheet/port.js';
import { tableOf, type WantedColumns } from '../adapters/spreadsheet/table.js';
import type { ListedInverter } from '../commands/ports.js';
import type { InverterType } from '../domain/plant/inverter-types.js';
import type { ActivePlant } from '../domain/plant/state.js';
import { known } from '../projections/plant-view.js';
import type { Language } from './schemas/common.js';

const columns = {
  serialNumber: { de: 'Seriennummer', en: 'Serial number', required: true, width: 26 },
  activationCode: { de: 'Aktivierungscode', en: 'Activation code', required: false, width: 22 },
  name: { de: 'Name', en: 'Name', required: false, width: 26 },
  subplant: { de: 'Teilanlage', en: 'Subplant', required: false, width: 22 },
  type: { de: 'Typ', en: 'Type', required: false, width: 26 },
} as const;

type ColumnName = keyof typeof columns;
const names = Object.keys(columns) as readonly ColumnName[];

/** The row that shows how it is meant; it is no device. */
const example = {
  serialNumber: { de: 'BEISPIEL-0001', en: 'EXAMPLE-0001' },
  activationCode: { de: 'ABCD-1234', en: 'ABCD-1234' },
  name: { de: 'Dach Süd 1', en: 'South roof 1' },
  subplant: { de: '', en: '' },
  type: { de: '', en: '' },
} as const satisfies Record<ColumnName, Record<Language, string>>;

const wanted: WantedColumns = Object.fromEntries(
  names.map((name) => [name, { words: [columns[name].de, columns[name].en], required: columns[name].required }]),
);

/** The inverters of an uploaded table; null when the column of the serial number is missing. */
export function listedInverters(rows: readonly SheetRow[]): readonly ListedInverter[] | null {
  const table = tableOf(rows, wanted);
  if (!table.ok) return null;
  return table.rows
    .map(({ line, values }) => {
      const value = (name: ColumnName) => values[name] ?? '';
      return {
        line,
        serialNumber: value('serialNumber'),
        activationCode: value('activationCode'),
        name: value('name'),
        subplant: value('subplant'),
        type: value('type'),
        inverterId: null,
      };
    })
    .filter(({ line, inverterId, ...texts }) => Object.values(texts).some((text) => text !== ''))
    .filter(({ serialNumber }) => !isExample(serialNumber));
}

function isExample(serialNumber: string): boolean {
  const { de, en } = example.serialNumber;
  return serialNumber === de || serialNumber === en;
}

const blankRows = 100;

/** The template: a sheet to fill in and one that explains it, with the subplants and types there are. */
export function inverterTemplate(
  language: Language,
  plant: ActivePlant,
  types: readonly InverterType[],
): readonly StyledSheet[] {
  const row = (look: CellLook, value: (name: ColumnName) => string) =>
    names.map((name) => ({ value: value(name), look }));
  const header = names.map((name) => ({
    value: columns[name].required ? `${columns[name][language]} *` : columns[name][language],
    look: columns[name].required ? ('required' as const) : ('optional' as const),
  }));
  const blank = Array.from({ length: blankRows }, () => row('input', () => ''));
  const texts = hints[language];
  const note = (value: string) => [{ value, look: 'note' as const }];
  const heading = (value: string) => [{ value, look: 'heading' as const }];
  const subplants = [...plant.subplants.values()].map(({ name }) => note(known(name, '')));
  return [
    {
      name: texts.sheet,
      columnWidths: names.map((name) => columns[name].width),
      frozenRows: 1,
      rows: [header, row('example', (name) => example[name][language]), ...blank],
    },
    {
      name: texts.hints,
      columnWidths: [90],
      frozenRows: 0,
      rows: [
        heading(texts.title),
        ...texts.lines.map(note),
        note(''),
        heading(texts.subplants),
        ...(subplants.length === 0 ? [note(texts.noSubplants)] : subplants),
        note(''),
        heading(texts.types),
        ...types.map((type) =>
          note(`${type.maker} ${type.model} (${type.nominalPowerW / 1000} kW)`.replace('.', texts.point)),
        ),
      ],
    },
  ];
}

const hints = {
  de: {
    sheet: 'Wechselrichter',
    hints: 'Hinweise',
    title: 'So wird die Liste ausgefüllt',
    lines: [
      'Eine Zeile je Wechselrichter, höchstens 500. Die Beispielzeile wird nicht übernommen.',
      'Seriennummer: wie auf dem Typenschild. Diese Angabe ist nötig.',
      'Aktivierungscode: auf dem Gerät aufgedruckt. Ohne Code wird ein Gerät, das der Betreiber nicht kennt, durch seine ersten Daten zugeordnet.',
      'Name: frei wählbar. Ohne Namen heißt der Wechselrichter wie seine Seriennummer.',
      'Teilanlage und Typ: nur, wenn Sie sie angeben möchten; genau wie unten geschrieben. Den Typ meldet das Gerät meist selbst.',
      'Nach dem Hochladen sehen Sie zu jeder Zeile, ob alles stimmt, und können sie gleich dort verbessern. Erst dann wird etwas hinzugefügt.',
    ],
    subplants: 'Teilanlagen dieser Anlage',
    noSubplants: 'Diese Anlage hat keine Teilanlagen; die Spalte bleibt leer.',
    types: 'Bekannte Typen',
    point: ',',
  },
  en: {
    sheet: 'Inverters',
    hints: 'Notes',
    title: 'How to fill in the list',
    lines: [
      'One row per inverter, at most 500. The example row is left out.',
      'Serial number: as on the nameplate. It is needed.',
      'Activation code: printed on the device. Without a code, a device that the operator does not know is assigned by its first data.',
      'Name: as you like. Without a name the inverter is called by its serial number.',
      'Subplant and type: only if you want to give them; written exactly as below. Most devices report their type themselves.',
      'After the upload you see for each row whether all is well, and can correct it right there. Only then anything is added.',
    ],
    subplants: 'Subplants of this plant',
    noSubplants: 'This plant has no subplants; leave the column empty.',
    types: 'Known types',
    point: '.',
  },
} as const satisfies Record<Language, object>;
