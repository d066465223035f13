import { z } from 'zod';

/** A type of inverter that the operator supports. */
export const InverterType = z
  .object({
    /** Lower-case, stable: `refusol-020k`. */
    id: z
      .string()
      .max(60)
      .regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/),
    maker: z.string().trim().min(1).max(60),
    model: z.string().trim().min(1).max(80),
    /** Nominal AC power in W. */
    nominalPowerW: z.int().min(1).max(10_000_000),
    /** Other names: device strings such as `802R020`, order numbers, the names of other brands. */
    aliases: z.array(z.string().trim().min(1).max(80)).max(50).readonly(),
    /** Oldest supported firmware, null when it is not known. */
    minimumFirmware: z.string().trim().min(1).max(40).nullable(),
    /** Where the figures come from. */
    source: z.string().trim().min(1).max(200),
  })
  .readonly();
export type InverterType = z.infer<typeof InverterType>;

/** How far the description that a device gives of itself is read. */
const maxDescriptionLength = 16_384;

/** What an inverter of unknown type counts until its type is known (FAQ 11). */
const assumedNominalPowerW = 20_000;

/** Nominal power as it is recorded for a place: the figure of that day, and whether it rests on an assumption only. */
export type RatedPower = {
  readonly typeId: string | null;
  readonly nominalPowerW: number;
  readonly powerAssumed: boolean;
};

/** Nominal power of a type; an unknown type (null) counts `assumedNominalPowerW`. */
export function ratedPower(type: Pick<InverterType, 'id' | 'nominalPowerW'> | null): RatedPower {
  if (type === null) return { typeId: null, nominalPowerW: assumedNominalPowerW, powerAssumed: true };
  return { typeId: type.id, nominalPowerW: type.nominalPowerW, powerAssumed: false };
}

/**
 * Finds the type that a text names: its id, its model, maker and model, or one of its aliases, without regard to case,
 * blanks and punctuation. Null when nothing fits, and when more than one type does.
 */
export function matchInverterType(types: readonly InverterType[], text: string): InverterType | null {
  const wanted = plain(text);
  if (wanted === '') return null;
  const fitting = types.filter((type) => namesOf(type).some((name) => plain(name) === wanted));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/**
 * The one type whose device string (`802R017`) or other compact alias stands as a word in a text of a device; null when
 * none does, and when aliases of several types do. Aliases too short to be meant, as `017K`, do not count.
 */
export function typeNamedIn(types: readonly InverterType[], text: string): InverterType | null {
  const words = text.slice(0, maxDescriptionLength).toLowerCase();
  const named = types.filter((type) => type.aliases.some((alias) => isNamed(words, alias.toLowerCase())));
  return named.length === 1 ? (named[0] ?? null) : null;
}

function isNamed(words: string, alias: string): boolean {
  if (plain(alias).length < 6 || !/\d/.test(alias)) return false;
  for (let at = words.indexOf(alias); at >= 0; at = words.indexOf(alias, at + 1)) {
    if (!/[a-z0-9]/.test(words.charAt(at - 1)) && !/[a-z0-9]/.test(words.charAt(at + alias.length))) return true;
  }
  return false;
}

function namesOf(type: InverterType): readonly string[] {
  return [type.id, type.model, `${type.maker} ${type.model}`, ...type.aliases];
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
