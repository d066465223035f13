import { randomUUID } from 'node:crypto';
import { request } from 'undici';
import { eventually } from './eventually.js';

export type Answer = {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what comes over the wire is what a test looks at
  readonly body: any;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};
export type Owner = {
  readonly userName: string;
  readonly accessToken: string;
  readonly sessionId: string;
  /** The same person at another node. */
  at(url: string): Owner;
  /** Calls `/api/v1` as this owner. */
  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: object,
  ): Promise<Answer>;
};

export const password = 'Sonne#2026';

/** One request with JSON, as a program would send it. */
export async function callJson(
  url: string,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  body?: unknown,
  headers: object = {},
): Promise<Answer> {
  const answer = await request(url, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await answer.body.text();
  return { status: answer.statusCode, headers: answer.headers, body: text.startsWith('{') ? JSON.parse(text) : text };
}

/**
 * Registers somebody over HTTP and follows the link in the mail of the development mailbox: a consumer in Germany, unless
 * the changes of the form say otherwise.
 */
export async function newOwner(url: string, headers: object = {}, changes: object = {}): Promise<Owner> {
  return validated(url, await register(url, headers, changes), headers);
}

/** Somebody who has not followed the link in the mail yet. */
export type Registered = { readonly userName: string; readonly email: string };

/** As `newOwner`, up to the mail. */
export async function register(url: string, headers: object = {}, changes: object = {}): Promise<Registered> {
  const userName = `user-${randomUUID().slice(0, 8)}`;
  const email = `${userName}@example.org`;
  const documents = (await callJson(`${url}/api/v1/documents?language=de`, 'GET', undefined, headers)).body
    .items as readonly {
    readonly kind: string;
    readonly version: string;
    readonly mustBeAccepted: boolean;
  }[];
  const accepted = Object.fromEntries(
    documents.filter(({ mustBeAccepted }) => mustBeAccepted).map(({ kind, version }) => [kind, version]),
  );
  const form = {
    ...{ userName, email, password, kind: 'consumer', language: 'de', accepted },
    person: { firstName: 'Anna', lastName: 'Wirt' },
    address: { street: 'Hauptstr. 1', postcode: '72555', town: 'Metzingen', country: 'DE' },
    ...changes,
  };
  const registered = await callJson(`${url}/api/v1/accounts`, 'POST', form, headers);
  if (registered.status !== 202) throw new Error(`not registered: ${JSON.stringify(registered.body)}`);
  return { userName, email };
}

/** Follows the link in the mail. */
export async function validated(url: string, { userName, email }: Registered, headers: object = {}): Promise<Owner> {
  const token = await tokenInMail(url, email, headers);
  const session = await callJson(`${url}/api/v1/accounts/validations`, 'POST', { token }, headers);
  if (session.status !== 200) throw new Error(`not validated: ${JSON.stringify(session.body)}`);
  const { accessToken, sessionId } = session.body;
  const at = (place: string): Owner => ({
    userName,
    accessToken,
    sessionId,
    at,
    call: (method, path, body, more = {}) =>
      callJson(`${place}/api/v1${path}`, method, body, { authorization: `Bearer ${accessToken}`, ...headers, ...more }),
  });
  return at(url);
}

function tokenInMail(url: string, email: string, headers: object): Promise<string> {
  return eventually(async () => {
    const mailbox = `${url}/dev/mails?to=${encodeURIComponent(email)}`;
    const mails = (await callJson(mailbox, 'GET', undefined, headers)).body.items;
    const token = /validate\?token=(\S+)/.exec(mails?.[0]?.text ?? '')?.[1];
    return token === undefined ? null : decodeURIComponent(token);
  });
}

export const plantBody = {
  name: 'Uracher Straße',
  kind: 'pv',
  address: { street: 'Uracher Straße 91', postcode: '72555', town: 'Metzingen', country: 'DE' },
  location: { latitudeDeg: 48.54, longitudeDeg: 9.28, altitudeM: 350, timeZone: 'Europe/Berlin' },
  powerTemperatureCoefficientPercentPerK: -0.4,
  azimuthDeg: 180,
  tiltDeg: 30,
  moduleAreaM2: 120.5,
  generatorPowerW: 24_000,
};

/** A plant of this owner; resolves to its id. */
export async function newPlant(owner: Owner, changes: object = {}): Promise<string> {
  const added = await owner.call('POST', '/plants', { ...plantBody, ...changes });
  if (added.status !== 201) throw new Error(`no plant: ${JSON.stringify(added.body)}`);
  return added.body.id;
}

/** A place for a device that the registry does not know: its first data proves the claim. Resolves to its id. */
export async function newInverter(owner: Owner, plantId: string, serialNumber: string): Promise<string> {
  const added = await owner.call('POST', `/plants/${plantId}/inverters`, { serialNumber, name: serialNumber });
  if (added.status !== 201) throw new Error(`no inverter: ${JSON.stringify(added.body)}`);
  return added.body.id;
}

/** Invites somebody to a plant, who accepts. Resolves to the account. */
export async function sharePlant(
  owner: Owner,
  plantId: string,
  person: Owner,
  right: 'viewer' | 'manager',
): Promise<string> {
  const email = `${person.userName}@example.org`;
  const invited = await owner.call('POST', `/plants/${plantId}/grants/invitations`, { email, right, language: 'de' });
  if (invited.status !== 201) throw new Error(`not invited: ${JSON.stringify(invited.body)}`);
  const accepted = await person.call('POST', `/me/invitations/${invited.body.id}/acceptance`);
  if (accepted.status !== 200) throw new Error(`not accepted: ${JSON.stringify(accepted.body)}`);
  const { items } = (await owner.call('GET', `/plants/${plantId}/grants`)).body;
  return items.find((grant: { email: string }) => grant.email === email).accountId;
}
