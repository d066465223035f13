/** What somebody wrote about some days of an inverter; `energyWh` null = it is not known. Days since 1970-01-01. */
export type WrittenSpan = {
  readonly inverterId: string;
  readonly firstDay: number;
  /** Included. */
  readonly lastDay: number;
  readonly energyWh: number | null;
};

export type WrittenDays = {
  /** Of which somebody wrote something. */
  readonly inverterIds: readonly string[];
  /** What counts for a day instead of what was measured; null where nobody wrote anything. */
  on(inverterId: string, day: number): { readonly energyWh: number | null } | null;
};

/** Of several spans over one day the last one counts. */
export function writtenDays(spans: readonly WrittenSpan[]): WrittenDays {
  const byInverter = new Map<string, WrittenSpan[]>();
  for (const span of spans) {
    const known = byInverter.get(span.inverterId);
    if (known === undefined) byInverter.set(span.inverterId, [span]);
    else known.push(span);
  }
  return {
    inverterIds: [...byInverter.keys()],
    on: (inverterId, day) =>
      byInverter.get(inverterId)?.findLast(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay) ?? null,
  };
}

/**
 * The course of a day that counts with another sum than was measured: the same shape, larger or smaller. Nothing where
 * nothing was measured: then nobody knows when the energy came.
 */
export function scaledTo<T extends { readonly energyWh: number }>(
  steps: readonly T[],
  measuredWh: number,
  energyWh: number | null,
): readonly T[] {
  if (energyWh === null || measuredWh <= 0) return [];
  return steps.map((step) => ({ ...step, energyWh: (step.energyWh * energyWh) / measuredWh }));
}
