import type pg from 'pg';
import type { InvoiceDesk } from '../../commands/order/invoice-desk.js';
import type { AccountLanguage } from '../../domain/account/person.js';
import { clear, isErased, isOf } from '../../domain/kernel/event.js';
import { attachmentEndings } from '../../domain/repair/attachments.js';
import { RepairFileAttached, RepairFileRemoved } from '../../domain/repair/events.js';
import { repairNumber } from '../../domain/repair/state.js';
import { postgresChargeFiles } from '../order/charge-files.js';
import { evidenceDocument, evidenceFileName } from '../order/evidence-document.js';
import { postgresRepairFiles } from '../repair/files.js';
import type { ArchiveEntry } from './archive.js';
import { csvLine, csvOf, type Cell } from './csv.js';
import { daysOf, errorsOf, readingColumns, readingsOf, staysIn, type Stay } from './measured.js';
import { told, type OwnData, type OwnPlant } from './own-data.js';
import { readme } from './readme.js';
import * as tables from './tables.js';

type Contents = {
  readonly pool: pg.Pool;
  readonly own: OwnData;
  readonly language: AccountLanguage;
  readonly operator: string;
  readonly at: string;
  /** The document of an invoice, as it was issued. */
  readonly invoiceFile: InvoiceDesk['file'];
  /** Called with what is done by now, 0 to 1. */
  readonly onProgress: (done: number) => void;
};

/** Everything that goes into an archive. Readings come last and are read while they are written. */
export async function contentsOf(contents: Contents): Promise<readonly ArchiveEntry[]> {
  const { pool, own, language, operator, at } = contents;
  const stays = new Map<OwnPlant, readonly Stay[]>();
  for (const plant of own.plants) stays.set(plant, await staysIn(pool, plant.plantId));
  const listed = {
    sessions: tables.sessionsTable(own),
    tokens: tables.tokensTable(own),
    documents: tables.documentsTable(own),
    plants: tables.plantsTable(own),
    subplants: tables.subplantsTable(own),
    inverters: tables.invertersTable(own),
    tariffs: tables.tariffsTable(own),
    orders: tables.ordersTable(own),
    sharedWithMe: tables.sharedWithMeTable(own),
    mails: tables.mailsTable(own, language),
  };
  const { accountEvents, orderEvents, repairEvents, plants } = own;
  const events = [...accountEvents, ...orderEvents, ...repairEvents, ...plants.flatMap((plant) => plant.events)];
  return [
    text(language === 'de' ? 'LIESMICH.txt' : 'README.txt', readme(language, { operator, at })),
    json('data.json', {
      ...{ account: accountOf(own), ...namedRows(listed) },
      ...{ inverterLists: own.inverterLists, webhooks: own.webhooks, fleetViews: own.fleetViews },
      ...{ chartViews: own.chartViews, historyFetches: own.historyFetches },
      ...{ browsers: own.browsers, reportsWanted: own.reportsWanted },
    }),
    json('events.json', events.map(told)),
    ...Object.entries(listed).map(([name, { columns, rows }]) => csv(`${fileNameOf(name)}.csv`, columns, rows)),
    csv('events.csv', ...cellsOf(tables.eventsTable(own, language))),
    { name: 'device-errors.csv', content: () => deviceErrors(pool, stays) },
    { name: 'energy-days.csv', content: () => energyDays(pool, stays) },
    ...invoices(contents),
    ...(await evidence(contents)),
    ...repairFiles(contents),
    ...readings(contents, stays),
  ];
}

function accountOf({ account }: OwnData) {
  const { accountId, userName, email, person, kind, language, registeredAt, identity, hasTotp } = account;
  const { passwordChosenAt, emailChange, erasure, status, roles } = account;
  const who = { id: accountId, status, userName: clear(userName), email: clear(email), kind, language };
  return {
    ...who,
    person: person && clear(person),
    identity,
    registeredAt,
    roles,
    hasSecondFactor: hasTotp,
    passwordChosenAt,
    emailChange: emailChange && { email: clear(emailChange.email), requestedAt: emailChange.requestedAt },
    erasure,
  };
}

function namedRows(listed: Readonly<Record<string, tables.Table>>) {
  return Object.fromEntries(Object.entries(listed).map(([name, table]) => [name, tables.objectsOf(table)]));
}

async function* deviceErrors(pool: pg.Pool, stays: ReadonlyMap<OwnPlant, readonly Stay[]>) {
  yield* csvOf(['measuredAt', 'plant', 'inverter', 'serialNumber', 'code'], []);
  for (const [plant, inPlant] of stays) {
    for (const stay of inPlant) {
      for (const { measuredAt, code } of await errorsOf(pool, stay)) {
        yield csvLine([measuredAt, plant.name, nameOf(plant, stay.inverterId), stay.serialNumber, code]);
      }
    }
  }
}

async function* energyDays(pool: pg.Pool, stays: ReadonlyMap<OwnPlant, readonly Stay[]>) {
  yield* csvOf(['plant', 'inverter', 'day', 'energyWh'], []);
  for (const [plant, inPlant] of stays) {
    for (const { inverterId, day, energyWh } of await daysOf(pool, placesOf(inPlant))) {
      yield csvLine([plant.name, nameOf(plant, inverterId), day, energyWh]);
    }
  }
}

/** The documents as they were sent: the same bytes for the same facts. */
function invoices({ own, invoiceFile }: Contents): readonly ArchiveEntry[] {
  const issued = own.orders.flatMap((order) => order.invoices);
  return issued.flatMap(({ number, facts }) =>
    isErased(facts)
      ? []
      : [
          {
            name: `invoices/${number}.pdf`,
            content: async function* () {
              yield (await invoiceFile(facts)).pdf;
            },
          },
        ],
  );
}

/** What shows supplementary charges, as it went along with their invoices. */
async function evidence({ own, pool }: Contents): Promise<readonly ArchiveEntry[]> {
  const files = postgresChargeFiles(pool);
  const entries: ArchiveEntry[] = [];
  for (const order of own.orders) {
    const invoice = order.invoices.find(({ kind }) => kind === 'supplementary');
    const document = invoice === undefined ? null : await evidenceDocument(order, invoice.number);
    if (document === null) continue;
    const file = order.supplement?.kept?.file ?? null;
    const added = file === null ? null : await files.read(order.placed.orderId, file.fileId);
    entries.push({ name: `invoices/${document.fileName}`, content: () => [document.pdf] });
    if (file !== null && added !== null) {
      entries.push({ name: `invoices/${evidenceFileName(document.fileName, file)}`, content: () => [added] });
    }
  }
  return entries;
}

/** Photos and PDFs of repairs, of both sides. */
function repairFiles({ own, pool }: Contents): readonly ArchiveEntry[] {
  const { read } = postgresRepairFiles(pool);
  const removed = new Set(
    own.repairEvents.flatMap((event) => (isOf(RepairFileRemoved, event) ? [event.data.fileId] : [])),
  );
  return own.repairEvents.flatMap((event) => {
    if (!isOf(RepairFileAttached, event) || removed.has(event.data.fileId)) return [];
    const { repairOrderId, fileId, mediaType } = event.data;
    return {
      name: `repairs/${repairNumber(repairOrderId)}/${fileId}.${attachmentEndings[mediaType]}`,
      content: async function* () {
        yield (await read(fileId)) ?? Buffer.alloc(0);
      },
    };
  });
}

/** A file for each place, whatever devices stood in it. */
function readings(
  { pool, onProgress }: Contents,
  stays: ReadonlyMap<OwnPlant, readonly Stay[]>,
): readonly ArchiveEntry[] {
  // By the time that values span: they come evenly enough.
  const total = [...stays.values()].flat().reduce((sum, { firstS, lastS }) => sum + lastS - firstS, 0);
  let doneS = 0;
  async function* file(inPlace: readonly Stay[]) {
    yield* csvOf(readingColumns, []);
    for (const stay of inPlace) {
      for await (const { lines, lastS } of readingsOf(pool, stay)) {
        yield lines;
        onProgress(total === 0 ? 1 : (doneS + lastS - stay.firstS) / total);
      }
      doneS += stay.lastS - stay.firstS;
    }
  }
  return [...stays].flatMap(([plant, inPlant]) =>
    placesOf(inPlant).map((inverterId) => ({
      name: `readings/${slug(plant.name, plant.plantId)}/${slug(nameOf(plant, inverterId), inverterId)}.csv`,
      content: () => file(inPlant.filter((stay) => stay.inverterId === inverterId)),
    })),
  );
}

function placesOf(stays: readonly Stay[]): readonly string[] {
  return [...new Set(stays.map(({ inverterId }) => inverterId))];
}

function nameOf({ inverterNames }: OwnPlant, inverterId: string): string {
  return inverterNames.get(inverterId) ?? inverterId;
}

/** `sharedWithMe` as `shared-with-me`. */
function fileNameOf(table: string): string {
  return table.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A name that every file system takes, with as much of the id as keeps equal names apart. */
function slug(name: string, id: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
  return plain === '' ? id : `${plain}-${id.slice(-8)}`;
}

function text(name: string, written: string): ArchiveEntry {
  return { name, content: () => [written] };
}

function json(name: string, value: unknown): ArchiveEntry {
  return text(name, `${JSON.stringify(value, null, 2)}\n`);
}

function csv(name: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): ArchiveEntry {
  return { name, content: () => csvOf(columns, rows) };
}

function cellsOf({ columns, rows }: tables.Table): [readonly string[], readonly (readonly Cell[])[]] {
  return [columns, rows];
}
