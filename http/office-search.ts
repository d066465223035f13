import type pg from 'pg';
import type { z } from 'zod';
import type { Db } from '../adapters/database/port.js';
import { findMessages, type MessageView } from '../adapters/outbox/messages.js';
import type { Action } from '../domain/account/access.js';
import { displayName } from '../domain/account/display-name.js';
import { isErased } from '../domain/kernel/event.js';
import { AccountId } from '../domain/kernel/ids.js';
import type { Order } from '../domain/order/order.js';
import { findAccount, userNamesOf } from '../projections/account-queries.js';
import {
  accountsBeginning,
  devicesBeginning,
  idRange,
  idsBeginning,
  invoicesBeginning,
  mailsTo,
} from '../projections/office-search.js';
import { ordersByIds } from '../projections/order-queries.js';
import { plantsByIds, plantsNamed, type FoundPlant } from '../projections/plant-search.js';
import { repairNumber } from '../domain/repair/state.js';
import { repairsFound } from '../projections/repair-orders.js';
import type { SearchHit, SearchHits, SearchKind } from './schemas/office-search.js';

type Hit = z.infer<typeof SearchHit>;

/** The right to see the page to which a hit leads. */
export const rightToSearch: Readonly<Record<SearchKind, Action>> = {
  account: 'accounts:read',
  plant: 'licences:audit',
  device: 'devices:read',
  order: 'orders:audit',
  invoice: 'orders:audit',
  repair: 'repairs:read',
  mail: 'outbox:read',
};

/** So many of each kind are shown. */
const shown = 8;
/** One more is looked for, to know whether there are more. */
const looked = shown + 1;

/** Everything of these kinds whose name, number or id begins so. */
export function officeSearchWith({ db, pool }: { readonly db: Db; readonly pool: pg.Pool }) {
  const searches: Readonly<Record<SearchKind, (find: string) => Promise<readonly Hit[]>>> = {
    account: (find) => accounts(db, find),
    plant: (find) => plants(db, find),
    device: (find) => devices(db, find),
    order: (find) => orders(db, find),
    invoice: (find) => invoices(db, find),
    repair: (find) => repairs(db, find),
    mail: (find) => mails(db, pool, find),
  };
  return async (find: string, kinds: readonly SearchKind[]): Promise<z.infer<typeof SearchHits>> => {
    const found = await Promise.all(kinds.map(async (kind) => ({ kind, hits: await searches[kind](find) })));
    return {
      items: found.flatMap(({ hits }) => hits.slice(0, shown)),
      next: null,
      kinds: [...kinds],
      more: found.filter(({ hits }) => hits.length > shown).map(({ kind }) => kind),
    };
  };
}

async function accounts(db: Db, find: string): Promise<readonly Hit[]> {
  const [named, ids] = await Promise.all([
    accountsBeginning(db, find, looked),
    idsBeginning(db, 'account', find, looked),
  ]);
  const known = await Promise.all(ids.map((id) => findAccount(db, AccountId.parse(id))));
  const byId = known.flatMap((one) =>
    one === null ? [] : [{ accountId: one.id, userName: one.userName, email: one.email, name: displayName(one) }],
  );
  const all = new Map([...byId, ...named].map((one) => [one.accountId, one]));
  return [...all.values()]
    .filter(({ userName }) => userName !== '')
    .map(({ accountId, userName, email, name }) => ({
      ...{ kind: 'account', id: accountId, title: userName, find: userName },
      detail: joined([name === userName ? '' : name, email]),
    }));
}

async function plants(db: Db, find: string): Promise<readonly Hit[]> {
  const [named, ids] = await Promise.all([
    plantsNamed(db, { name: find, after: null, limit: looked }),
    idsBeginning(db, 'plant', find, looked),
  ]);
  const all = new Map([...(await plantsByIds(db, ids)), ...named.items].map((plant) => [plant.plantId, plant]));
  return [...all.values()].map(plantHit);
}

function plantHit({ plantId, listing: { name, town } }: FoundPlant): Hit {
  return { kind: 'plant', id: plantId, title: name, detail: town, find: plantId };
}

async function devices(db: Db, find: string): Promise<readonly Hit[]> {
  const found = await devicesBeginning(db, find, looked);
  return found.map(({ serialNumber, plantName }) => ({
    ...{ kind: 'device', id: serialNumber, title: serialNumber, detail: plantName ?? '', find: serialNumber },
  }));
}

async function orders(db: Db, find: string): Promise<readonly Hit[]> {
  const ids = await idsBeginning(db, 'order', find, looked);
  const known = await ordersByIds(db, ids);
  return ids.map((id) => ({
    ...{ kind: 'order', id, title: id, find: id },
    detail: joined([buyerOf(known.get(id)), known.get(id)?.placed.at.slice(0, 10) ?? '']),
  }));
}

async function invoices(db: Db, find: string): Promise<readonly Hit[]> {
  const found = await invoicesBeginning(db, find, looked);
  const known = await ordersByIds(db, [...new Set(found.map(({ orderId }) => orderId))]);
  return found.map(({ number, orderId, issuedOn }) => ({
    ...{ kind: 'invoice', id: number, title: number, find: number },
    detail: joined([buyerOf(known.get(orderId)), issuedOn]),
  }));
}

/** Requests, not drafts, by their number, their id, the number of their device, or by who asked for them. */
async function repairs(db: Db, find: string): Promise<readonly Hit[]> {
  const people = await accountsBeginning(db, find, looked);
  const accountIds = people.map(({ accountId }) => accountId);
  const found = await repairsFound(db, { beginning: find, ids: idRange(find), accountIds }, looked);
  const names = await userNamesOf(db, [...new Set(found.map(({ accountId }) => accountId))]);
  return found.map(({ repairOrderId, accountId, serialNumber, createdAt }) => ({
    ...{ kind: 'repair', id: repairOrderId, title: repairNumber(repairOrderId), find: repairOrderId },
    detail: joined([serialNumber ?? '', names.get(accountId) ?? '', createdAt.slice(0, 10)]),
  }));
}

/** By their id, or by who should get them: those that were not delivered. */
async function mails(db: Db, pool: pg.Pool, find: string): Promise<readonly Hit[]> {
  const people = await accountsBeginning(db, find, looked);
  const ids = [
    ...(await idsBeginning(db, 'mail', find, looked)),
    ...(await mailsTo(
      db,
      people.map(({ accountId }) => accountId),
      looked,
    )),
  ];
  const messages = await findMessages(pool, ids);
  const userNames = new Map(people.map(({ accountId, userName }) => [accountId, userName]));
  return [...messages.values()].slice(0, looked).map((message) => mailHit(message, userNames));
}

function mailHit({ id, template, kind, accountId, createdAt }: MessageView, names: ReadonlyMap<string, string>): Hit {
  const person = accountId === null ? '' : (names.get(accountId) ?? '');
  return { kind: 'mail', id, title: template ?? kind, detail: joined([person, createdAt.toISOString()]), find: id };
}

function buyerOf(order: Order | undefined): string {
  const buyer = order?.placed.buyer;
  return buyer === undefined || isErased(buyer) ? '' : buyer.name;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
