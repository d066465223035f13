import type { Quantity } from '../format/quantities.js';
import { narrowSpace } from '../format/numbers.js';

/** Figure with its unit small and grey, never broken over two lines. */
export function Figure({ of }: { readonly of: Quantity }) {
  return (
    <span className="num nowrap">
      {of.figure}
      {of.unit !== '' && (
        <>
          {narrowSpace}
          <span className="unit">{of.unit}</span>
        </>
      )}
    </span>
  );
}
