type Cell = string | number | boolean | null;

/**
 * The numbers of a column. Whether `1.234` is a thousand or a little more than one is told by its neighbours: where any has a
 * decimal comma, points part thousands. Null = empty, `-` and the like.
 */
export function numbersAsWritten(cells: readonly Cell[]): readonly (number | 'unreadable' | null)[] {
  const texts = cells.map((cell) => (typeof cell === 'string' ? cell.replaceAll(/[\s'’]/g, '') : cell));
  const hasComma = texts.some((text) => typeof text === 'string' && /,\d{1,2}$|,\d{4,}$|\.\d{3},/.test(text));
  return texts.map((text) => {
    if (typeof text === 'number') return text;
    if (text === null || text === '' || text === '-' || text === '–') return null;
    if (typeof text !== 'string') return 'unreadable';
    const plain = hasComma ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(/,(?=\d{3}(?:\D|$))/g, '');
    return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : 'unreadable';
  });
}
