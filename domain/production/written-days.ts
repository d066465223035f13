/** What somebody wrote about some days of an inverter; `energyWh` null = it is not known. Days since 1970-01-01. */
export type WrittenSpan = {
  readonly inverterId: string;
  readonly firstDay: number;
  /** Included. */
  readonly lastDay: number;
  readonly energyWh: number | null;
};

/** What a file told of a day of an inverter. */
export type HistoryDay = { readonly inverterId: string; readonly day: number; readonly energyWh: number };

export type WrittenDays = {
  /** Of which somebody wrote something. */
  readonly inverterIds: readonly string[];
  /** What counts for a day where so much was measured (null = nothing): null where it is just that. */
  instead(inverterId: string, day: number, measuredWh: number | null): { readonly energyWh: number | null } | null;
  /** Whether anything is written about a day. */
  has(inverterId: string, day: number): boolean;
};

/** Of several spans over one day the last one counts; history, of which the last one counts too, only where nothing was measured. */
export function writtenDays(spans: readonly WrittenSpan[], history: readonly HistoryDay[] = []): WrittenDays {
  const byInverter = new Map<string, WrittenSpan[]>();
  for (const span of spans) {
    const known = byInverter.get(span.inverterId);
    if (known === undefined) byInverter.set(span.inverterId, [span]);
    else known.push(span);
  }
  const told = new Map(history.map((one) => [`${one.inverterId}/${one.day}`, one]));
  const spanOver = (inverterId: string, day: number) =>
    byInverter.get(inverterId)?.findLast(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay) ?? null;
  return {
    inverterIds: [...new Set([...byInverter.keys(), ...history.map(({ inverterId }) => inverterId)])],
    instead: (inverterId, day, measuredWh) =>
      spanOver(inverterId, day) ?? (measuredWh === null ? (told.get(`${inverterId}/${day}`) ?? null) : null),
    has: (inverterId, day) => spanOver(inverterId, day) !== null || told.has(`${inverterId}/${day}`),
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
