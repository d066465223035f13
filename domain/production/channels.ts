type ChannelFacts = {
  /** What is physically possible, inclusive; a value outside is a broken reading. */
  readonly limits: readonly [min: number, max: number];
  /** Only whole numbers are kept. */
  readonly whole?: true;
  /** Offered as a series: its unit as the API writes it, and how several inverters become one value. */
  readonly series?: { readonly unit: string; readonly over: 'sum' | 'mean' };
};

/** More than any device of the family delivers (the largest has 48 kW, wire.md 3.1): a faster counter is a glitch. */
export const impossiblePowerW = 100_000;
/** Hours that no device feeds in for in its life: two decades without a night. */
const impossibleLifeH = 200_000;
const maxPowerW = 10_000_000;
const maxInteger = 2_147_483_647;
const power = { limits: [-maxPowerW, maxPowerW], series: { unit: 'W', over: 'sum' } } as const;
const voltage = { limits: [-100_000, 100_000], series: { unit: 'V', over: 'mean' } } as const;
const current = { limits: [-100_000, 100_000], series: { unit: 'A', over: 'sum' } } as const;
const temperature = { limits: [-273.15, 1_000], series: { unit: '°C', over: 'mean' } } as const;

/** The channels of a device record (wire.md 1.4, keys `1` to `12`), each in the unit of its name. */
export const channelFacts = {
  acPowerW: power,
  acVoltageV: voltage,
  acCurrentA: current,
  acFrequencyHz: { limits: [0, 1_000], series: { unit: 'Hz', over: 'mean' } },
  dcPowerW: power,
  dcVoltageV: voltage,
  dcCurrentA: current,
  /** Heat sink, right. */
  temperature1C: temperature,
  /** Inside, top left. */
  temperature2C: temperature,
  irradianceWPerM2: { limits: [-1_000, 5_000], series: { unit: 'W/m²', over: 'mean' } },
  moduleTemperatureC: temperature,
  /** Counter of the day; 0.1 kWh steps. */
  dayEnergyWh: { limits: [0, 24 * impossiblePowerW], whole: true },
  status: { limits: [-32_768, maxInteger], whole: true },
  /** Counter of the device's life; 0.1 kWh steps. */
  totalEnergyWh: { limits: [0, impossibleLifeH * impossiblePowerW] },
  operatingHoursRaw: { limits: [0, 4_294_967_295] },
  dayIrradiationWhPerM2: { limits: [0, 100_000] },
  powerLimitPercent: { limits: [-1_000, 1_000], series: { unit: '%', over: 'mean' } },
} as const satisfies Readonly<Record<string, ChannelFacts>>;

export type MeasuredChannel = keyof typeof channelFacts;

export const measuredChannels = Object.keys(channelFacts) as readonly MeasuredChannel[];

export function factsOf(channel: MeasuredChannel): ChannelFacts {
  return channelFacts[channel];
}

/** What a record measured. A missing channel is absent, never 0. */
export type Channels = { readonly [Channel in MeasuredChannel]?: number } & {
  /** Keys of later firmware, as sent: key → hex text. */
  readonly unknown?: Readonly<Record<string, string>>;
};
