import t from 'tap';
import { Temporal } from '../../domain/kernel/time.js';
import { newOperator, sessionOf } from './operators.js';
import { callJson, newOwner, type Owner } from './owner.js';
import { testPortal } from './portal.js';

const contact = {
  ...{ name: 'Anna Wirt', phone: '+49 7123 969', email: 'anna@example.org', company: '' },
  ...{ street: 'Hauptstr. 1', postcode: '72555', town: 'Metzingen', country: 'de' },
};
const report = { fault: 'Schaltet mittags ab', remoteMonitoring: 'siteLink', specialSettings: '' };
const device = { serialNumber: 'lban-1', type: 'REFUsol 020K', deliveredOn: '2012-05-01', category: 'outOfWarranty' };

/** A request that says everything. */
export const fullRequest = { device, report, contact };

/** Calendar day so many days from today, as the operator counts them. */
export const inDays = (days: number) => Temporal.Now.plainDateISO('Europe/Berlin').add({ days }).toString();

export const bearer = ({ accessToken }: Owner) => ({ authorization: `Bearer ${accessToken}` });

/** A portal with a customer, a stranger, an advocate and an auditor, and what they do with repairs. */
export const repairPortal = async () => repairsIn(await testPortal(t));

export async function repairsIn(portal: Awaited<ReturnType<typeof testPortal>>) {
  const { system, url } = portal;
  const [owner, stranger] = await Promise.all([newOwner(url), newOwner(url)]);
  const advocateId = await newOperator(portal, ['advocate']);
  const { headers: advocate } = await sessionOf(portal, advocateId, { secondFactor: true });
  const { headers: auditor } = await sessionOf(portal, await newOperator(portal, ['auditor']), { secondFactor: true });
  const office = (method: 'GET' | 'POST', path: string, body?: unknown, headers: object = advocate) =>
    callJson(`${url}/api/v1/office/repair-orders${path}`, method, body, headers);

  /** A request that was sent, about the device with these changes. */
  async function sent(changes: object = {}): Promise<string> {
    const draft = await owner.call('POST', '/repair-orders', { ...fullRequest, device: { ...device, ...changes } });
    const answer = await owner.call('POST', `/repair-orders/${draft.body.id}/request`);
    t.match(answer, { status: 200, body: { status: 'requested' } });
    return draft.body.id as string;
  }

  /** A repair with an accepted offer of 583.10 euros. */
  async function agreed(changes: object = {}) {
    const id = await sent(changes);
    const positions = [{ code: 'repair-flat' }];
    await office('POST', `/${id}/offer`, { category: 'outOfWarranty', positions, validUntil: inDays(5), note: null });
    const answer = { offerNo: 1, earlyStart: true };
    const accepted = await owner.call('POST', `/repair-orders/${id}/offer/acceptance`, answer);
    t.match(accepted, { status: 200 });
    return { id, path: `/repair-orders/${id}`, number: String(accepted.body.number) };
  }

  const orderOf = async (paymentId: string) => (await owner.call('GET', `/orders/${paymentId}`)).body;
  const mailsTo = async (person: Owner) =>
    ((await system.mailbox?.list({ to: `${person.userName}@example.org` })) ?? []).map(({ subject }) => subject);
  return { ...portal, owner, stranger, advocateId, advocate, auditor, office, sent, agreed, orderOf, mailsTo };
}
