import { fold } from '../../../domain/kernel/decider.js';
import { LicenceId, OrderId, PlantId } from '../../../domain/kernel/ids.js';
import { vatOn, type Amount } from '../../../domain/kernel/money.js';
import type { LicenceCommand } from '../../../domain/licence/commands.js';
import type { LicenceEvent, TermDays } from '../../../domain/licence/events.js';
import { licenceDecider } from '../../../domain/licence/licence.js';
import { licenceAt } from '../../../domain/licence/due.js';
import { freeCredits } from '../../../domain/licence/state.js';

export const plantId = PlantId.parse('0198a000-0000-7000-8000-000000000001');
const uuid = (group: number, n: number) => `0198a000-0000-7000-${group}-${String(n).padStart(12, '0')}`;
export const orderNo = (n: number) => OrderId.parse(uuid(8001, n));
export const licenceNo = (n: number) => LicenceId.parse(uuid(8002, n));

export function amount(netCents: number, vatRateBasisPoints = 1900): Amount {
  const vatCents = vatOn(netCents, vatRateBasisPoints);
  return { netCents, vatRateBasisPoints, vatCents, grossCents: netCents + vatCents };
}

/** What the events of a type say, in their order. */
export const dataOf = (events: readonly LicenceEvent[], type: LicenceEvent['type']) =>
  events.filter((event) => event.type === type).map((event) => event.data);

/** Noon in UTC of a day: the same day in Berlin. */
export const noon = (day: string) => `${day}T12:00:00Z`;

/** A history as it grows, wish by wish; every wish must be accepted. */
export class Story {
  events: readonly LicenceEvent[] = [];
  #orders = 0;

  state() {
    return fold(licenceDecider, this.events);
  }

  tell(command: LicenceCommand): readonly LicenceEvent[] {
    const decision = licenceDecider.decide(command, this.state());
    if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.rejection.code}`);
    this.events = [...this.events, ...decision.events];
    return decision.events;
  }

  trial(day: string) {
    return this.tell({ type: 'StartTrial', plantId, at: noon(day) });
  }

  /** Orders and pays on a day with all credits there are; answers the number of order and licence. */
  buy(day: string, netCents: number, licensedPowerW: number, termDays: TermDays = 365, vatRateBasisPoints = 1900) {
    const n = ++this.#orders;
    const at = noon(day);
    const cost = amount(netCents, vatRateBasisPoints);
    let left = cost.grossCents;
    const credits = freeCredits(licenceAt(this.state(), plantId, at), at).flatMap(({ creditId, grossCents }) => {
      const part = Math.min(left, grossCents);
      left -= part;
      return part === 0 ? [] : [{ creditId, grossCents: part }];
    });
    const orderId = orderNo(n);
    this.tell({ type: 'ReserveLicence', plantId, at, orderId, until: `${day}T20:00:00Z`, credits });
    const terms = { orderId, licenceId: licenceNo(n), termDays, licensedPowerW, cost, priceListVersion: 'test' };
    this.tell({ type: 'GrantLicence', plantId, at, ...terms });
    return { n, cashCents: left, cost };
  }

  power(day: string, nominalPowerW: number, assumedPowerW = 0) {
    const power = { nominalPowerW, assumedPowerW };
    return this.tell({ type: 'NotePower', plantId, at: noon(day), power, graceDays: 14 });
  }

  pass(at: string) {
    return this.tell({ type: 'PassTime', plantId, at });
  }
}
