import type pg from 'pg';
import { instantText } from '../../domain/kernel/time.js';
import type { DeviceEvidences, DeviceStay } from '../../commands/repair/ports.js';
import { staysOfDevice } from '../readings/assignments.js';
import type { ProductionQueries } from '../readings/port.js';

const stepS = 600;
const curveHours = 48;
const errorCount = 20;

/** The last errors of a device and its power curve up to its last measurement, which may lie back: that is when it failed. */
export function deviceEvidences(
  pool: pg.Pool,
  production: Pick<ProductionQueries, 'channelMeans' | 'deviceErrors' | 'lastMeasuredS'>,
): DeviceEvidences {
  async function powerCurve(stay: DeviceStay) {
    const { inverterId, fromS } = stay;
    const lastS = await production.lastMeasuredS(inverterId, stay);
    if (lastS === null) return null;
    const steps = (curveHours * 3600) / stepS;
    const endS = (Math.floor(lastS / stepS) + 1) * stepS;
    const bounds = Array.from({ length: steps + 1 }, (_, index) => endS - (steps - index) * stepS);
    // What was measured before the device came is of another one.
    const own = bounds.filter((at, index) => at >= fromS && index < steps);
    const firstS = own[0] ?? endS - stepS;
    const means = await production.channelMeans([inverterId], ['acPowerW'], [...own, Math.min(endS, stay.toS ?? endS)]);
    const values = means.get(inverterId)?.get('acPowerW') ?? [];
    if (values.every((value) => value === null)) return null;
    const acPowerW = values.map((value) => (value === null ? null : Math.round(value * 10) / 10));
    return { from: instantText(firstS), stepS, acPowerW };
  }

  return {
    staysOf: (serialNumber) => staysOfDevice(pool, serialNumber),
    of: async (stay) => {
      const errors = await production.deviceErrors([stay.inverterId], stay, { limit: errorCount, after: null });
      return {
        errors: errors.map(({ atS, code, state }) => ({ at: instantText(atS), code, deviceState: state })),
        powerCurve: await powerCurve(stay),
      };
    },
  };
}
