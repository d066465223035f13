import { diffArrays, diffWords } from 'diff';
import type { LegalText, LineChange } from './port.js';

type Line = { readonly type: LineChange['type']; readonly text: string };

/** Two lines that share less than this part of their words are two different ones. */
const likenessOfChanged = 0.35;

/** What became of each line of a text in a later one: kept, added, removed, or changed word by word. */
export function changesBetween(before: LegalText, after: LegalText): readonly LineChange[] {
  const hunks = diffArrays(linesOf(before), linesOf(after), {
    comparator: (one, other) => one.type === other.type && one.text === other.text,
  });
  const changes: LineChange[] = [];
  for (let index = 0; index < hunks.length; index++) {
    const hunk = hunks[index];
    const next = hunks[index + 1];
    if (hunk === undefined) continue;
    if (hunk.removed && next?.added === true) {
      changes.push(...paired(hunk.value, next.value));
      index++;
    } else
      changes.push(...hunk.value.map((line) => whole(line, hunk.added ? 'added' : hunk.removed ? 'removed' : 'same')));
  }
  return changes;
}

function linesOf({ sections }: LegalText): Line[] {
  return sections.flatMap(({ heading, blocks }): readonly Line[] => [
    { type: 'heading', text: heading },
    ...blocks.flatMap((block): readonly Line[] =>
      block.type === 'list'
        ? block.items.map((text) => ({ type: 'item', text }))
        : [{ type: 'paragraph', text: block.text }],
    ),
  ]);
}

function whole({ type, text }: Line, mark: 'same' | 'added' | 'removed'): LineChange {
  return { type, change: mark, parts: [{ mark, text }] };
}

function changed(before: Line, after: Line): LineChange {
  const parts = diffWords(before.text, after.text).map(({ value, added, removed }) => ({
    mark: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    text: value,
  }));
  return { type: after.type, change: 'changed', parts };
}

/** Where lines were replaced by others: those that are most alike belong together, in the order in which they stand. */
function paired(removed: readonly Line[], added: readonly Line[]): readonly LineChange[] {
  const likeness = removed.map((before) => added.map((after) => alike(before, after)));
  const at = (row: number, column: number) => likeness[row]?.[column] ?? 0;
  // best[r][a]: the greatest likeness that the lines from r and from a on can be paired with
  const best = Array.from({ length: removed.length + 1 }, () => new Array<number>(added.length + 1).fill(0));
  const bestOf = (row: number, column: number) => best[row]?.[column] ?? 0;
  for (let row = removed.length - 1; row >= 0; row--) {
    for (let column = added.length - 1; column >= 0; column--) {
      const together = at(row, column) > 0 ? at(row, column) + bestOf(row + 1, column + 1) : 0;
      (best[row] as number[])[column] = Math.max(together, bestOf(row + 1, column), bestOf(row, column + 1));
    }
  }
  const changes: LineChange[] = [];
  let row = 0;
  let column = 0;
  while (row < removed.length || column < added.length) {
    const [before, after] = [removed[row], added[column]];
    const isPair =
      before !== undefined &&
      after !== undefined &&
      at(row, column) > 0 &&
      bestOf(row, column) === at(row, column) + bestOf(row + 1, column + 1);
    if (isPair) {
      changes.push(changed(before, after));
      row++;
      column++;
    } else if (before !== undefined && (after === undefined || bestOf(row + 1, column) >= bestOf(row, column + 1))) {
      changes.push(whole(before, 'removed'));
      row++;
    } else if (after !== undefined) {
      changes.push(whole(after, 'added'));
      column++;
    }
  }
  return changes;
}

/** The part of their words that two lines share (Dice), 0 when they are too different to be the same line. */
function alike(one: Line, other: Line): number {
  if (one.type !== other.type) return 0;
  const [words, others] = [wordsOf(one.text), wordsOf(other.text)];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of others) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared++;
    counts.set(word, left - 1);
  }
  const likeness = (2 * shared) / Math.max(1, words.length + others.length);
  return likeness < likenessOfChanged ? 0 : likeness;
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
