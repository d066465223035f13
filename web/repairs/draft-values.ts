import type { Inverter, Me, RepairOrder } from '../api/types.js';

const fields = {
  device: ['plantId', 'inverterId', 'serialNumber', 'type', 'deliveredOn', 'category'],
  report: ['fault', 'remoteMonitoring', 'specialSettings'],
  contact: ['name', 'phone', 'email', 'company', 'street', 'postcode', 'town', 'country'],
} as const;

type Fields = typeof fields;
export type Pointer = { [Part in keyof Fields]: `/${Part}/${Fields[Part][number]}` }[keyof Fields];

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

/** What a request begins with, where somebody comes from what was found of a device. */
export type FoundFault = {
  readonly plantId: string;
  readonly inverter: Pick<Inverter, 'id' | 'serialNumber' | 'type'>;
  readonly fault: string;
};

/** A new draft, with what the account says of its owner and what is known of the device. */
export function newDraft({ person, company, email, address }: Me, found: FoundFault | null = null): DraftValues {
  const contact: Readonly<Record<string, string | undefined>> = {
    ...{ email, company: company?.name, name: `${person.firstName} ${person.lastName}`.trim() },
    ...address,
  };
  const known: Readonly<Record<keyof Fields, Readonly<Record<string, string | undefined>>>> = {
    contact,
    device:
      found === null
        ? {}
        : {
            ...{ plantId: found.plantId, inverterId: found.inverter.id, serialNumber: found.inverter.serialNumber },
            type: found.inverter.type?.model,
          },
    report: found === null ? {} : { fault: found.fault, remoteMonitoring: 'siteLink' },
  };
  return valuesOf((part, field) => known[part][field]);
}

/** The steps of the request, with what each of them asks for. */
export const requestSteps = ['device', 'fault', 'category', 'contact', 'files', 'summary'] as const;
export type RequestStep = (typeof requestSteps)[number];

/** The step that an address names. */
export function parseRequestStep({ step }: Readonly<Record<string, unknown>>): {
  readonly step?: RequestStep | undefined;
} {
  return { step: requestSteps.find((one) => one === step) };
}

/** What has to be said before the request can be sent, step by step. */
const needed: Readonly<Partial<Record<RequestStep, readonly Pointer[]>>> = {
  device: ['/device/serialNumber', '/device/type'],
  fault: ['/report/fault', '/report/remoteMonitoring'],
  category: ['/device/category'],
  contact: [
    ...(['/contact/name', '/contact/phone', '/contact/email'] as const),
    ...(['/contact/street', '/contact/postcode', '/contact/town', '/contact/country'] as const),
  ],
};

export const neededIn = (step: RequestStep): readonly Pointer[] => needed[step] ?? [];

/** How far one has come: the first step in which something is missing. */
export function reachedStep(values: DraftValues): RequestStep {
  return requestSteps.find((step) => neededIn(step).some((name) => values[name].trim() === '')) ?? 'summary';
}

/** The category follows from the device: what was confirmed for another one does not count. */
export function withDevice(values: DraftValues, device: Partial<DraftValues>): DraftValues {
  const next = { ...values, ...device };
  const isOther = (['/device/serialNumber', '/device/type', '/device/deliveredOn'] as const).some(
    (name) => next[name].trim() !== values[name].trim(),
  );
  return isOther ? { ...next, '/device/category': '' } : next;
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
