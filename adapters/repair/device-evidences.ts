import { instantText } from '../../domain/kernel/time.js';
import type { DeviceEvidences } from '../../commands/repair/ports.js';
import type { Clock } from '../../commands/ports.js';
import type { ProductionQueries } from '../readings/port.js';

const stepS = 600;
const curveHours = 48;
const errorCount = 20;
const daySeconds = 86_400;

/** The last errors of a device and its power curve up to its last measurement, which may lie back: that is when it failed. */
export function deviceEvidences(
  production: Pick<ProductionQueries, 'current' | 'channelMeans' | 'deviceErrors'>,
  clock: Clock,
): DeviceEvidences {
  async function powerCurve(inverterId: string) {
    const today = Math.floor(clock.now().epochMilliseconds / 1000 / daySeconds);
    const [latest] = await production.current([inverterId], today);
    const lastS = latest?.lastValueAtS ?? null;
    if (lastS === null) return null;
    const steps = (curveHours * 3600) / stepS;
    const endS = (Math.floor(lastS / stepS) + 1) * stepS;
    const bounds = Array.from({ length: steps + 1 }, (_, index) => endS - (steps - index) * stepS);
    const means = await production.channelMeans([inverterId], ['acPowerW'], bounds);
    const values = means.get(inverterId)?.get('acPowerW') ?? [];
    if (values.every((value) => value === null)) return null;
    const acPowerW = values.map((value) => (value === null ? null : Math.round(value * 10) / 10));
    return { from: instantText(endS - steps * stepS), stepS, acPowerW };
  }

  return async (inverterId) => {
    const range = { fromS: null, toS: null };
    const errors = await production.deviceErrors([inverterId], range, { limit: errorCount, after: null });
    return {
      errors: errors.map(({ atS, code, state }) => ({ at: instantText(atS), code, deviceState: state })),
      powerCurve: await powerCurve(inverterId),
    };
  };
}
