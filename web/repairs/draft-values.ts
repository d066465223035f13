import type { Me, RepairOrder } from '../api/types.js';

const fields = {
  device: ['plantId', 'inverterId', 'serialNumber', 'type', 'deliveredOn', 'category'],
  report: ['fault', 'remoteMonitoring', 'specialSettings'],
  contact: ['name', 'phone', 'email', 'company', 'street', 'postcode', 'town', 'country'],
} as const;

type Fields = typeof fields;
type Pointer = { [Part in keyof Fields]: `/${Part}/${Fields[Part][number]}` }[keyof Fields];

/** What the form holds, by the pointers of the API; empty = not said yet. */
export type DraftValues = Readonly<Record<Pointer, string>>;

const parts = Object.keys(fields) as (keyof Fields)[];

function valuesOf(of: (part: keyof Fields, field: string) => string | null | undefined): DraftValues {
  return Object.fromEntries(
    parts.flatMap((part) => fields[part].map((field) => [`/${part}/${field}`, of(part, field) ?? ''])),
  ) as DraftValues;
}

/** What a draft says. */
export function valuesOfDraft(repair: RepairOrder): DraftValues {
  return valuesOf((part, field) => (repair[part] as Readonly<Record<string, string | null>> | null)?.[field]);
}

/** A new draft, with what the account says of its owner. */
export function newDraft({ person, company, email, address }: Me): DraftValues {
  const contact: Readonly<Record<string, string | undefined>> = {
    ...{ email, company: company?.name, name: `${person.firstName} ${person.lastName}`.trim() },
    ...address,
  };
  return valuesOf((part, field) => (part === 'contact' ? contact[field] : undefined));
}

/** The draft as the API takes it. */
export function draftBody(values: DraftValues): Readonly<Record<string, unknown>> {
  const value = (pointer: Pointer) => (values[pointer].trim() === '' ? null : values[pointer].trim());
  return Object.fromEntries(
    parts.map((part) => [
      part,
      Object.fromEntries(fields[part].map((field) => [field, value(`/${part}/${field}` as Pointer)])),
    ]),
  );
}
