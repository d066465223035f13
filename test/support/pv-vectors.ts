import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../../domain/production/yield/sun-position.js';

/** A row of test/fixtures/pv: numbers by column, null where the cell is empty, and the texts as they stand. */
export type Vector = {
  num(column: string): number;
  numOrNull(column: string): number | null;
  text(column: string): string;
};

export function pvVectors(file: string): readonly Vector[] {
  const lines = readFileSync(join('test/fixtures/pv', file), 'utf8').trim().split('\n');
  const columns = (lines[0] as string).split(',');
  return lines.slice(1).map((line) => {
    const cells = line.split(',');
    const text = (column: string) => {
      const index = columns.indexOf(column);
      if (index < 0) throw new Error(`no column ${column} in ${file}`);
      return cells[index] ?? '';
    };
    const numOrNull = (column: string) => (text(column) === '' ? null : Number(text(column)));
    const num = (column: string) => {
      const value = numOrNull(column);
      if (value === null) throw new Error(`empty cell in ${column} of ${file}`);
      return value;
    };
    return { num, numOrNull, text };
  });
}

export const sites: Readonly<Record<string, Place & { readonly timeZone: string }>> = {
  metzingen: { latitudeDeg: 48.537, longitudeDeg: 9.283, altitudeM: 350, timeZone: 'Europe/Berlin' },
  tromso: { latitudeDeg: 69.649, longitudeDeg: 18.955, altitudeM: 10, timeZone: 'Europe/Oslo' },
};

/** The largest differences seen of each kind, so that one assertion a kind tells them. */
export function deviations() {
  const worst = new Map<string, { excess: number; text: string }>();
  return {
    /** Counts the difference in units of its tolerance: `absolute`, or `relative` of what is expected if that is more. */
    compare(kind: string, actual: number, expected: number, absolute: number, relative = 0) {
      const tolerance = Math.max(absolute, Math.abs(expected) * relative);
      const excess = Math.abs(actual - expected) / tolerance;
      const before = worst.get(kind);
      if (before !== undefined && before.excess >= excess) return;
      worst.set(kind, {
        excess: Number.isNaN(excess) ? Infinity : excess,
        text: `${kind}: ${actual}, expected ${expected}`,
      });
    },
    /** What is beyond its tolerance. */
    beyond: () => [...worst.values()].filter(({ excess }) => !(excess <= 1)).map(({ text }) => text),
    kinds: () => [...worst.keys()],
    worst,
  };
}
