const nominalEfficiency = 0.96;
const referenceEfficiency = 0.9637;

/**
 * AC power of an inverter, W: PVWatts version 5 (A. Dobos, NREL/TP-6A20-62641, 2014). 96 % at nominal power, less at little
 * power, cut off at `nominalPowerW` (AC).
 */
export function acPowerW(dcPowerW: number, nominalPowerW: number): number {
  if (dcPowerW <= 0 || nominalPowerW <= 0) return 0;
  const load = (dcPowerW * nominalEfficiency) / nominalPowerW;
  if (load >= 1) return nominalPowerW;
  const efficiency = (nominalEfficiency / referenceEfficiency) * (-0.0162 * load - 0.0059 / load + 0.9858);
  return Math.max(0, efficiency * dcPowerW);
}
