import { useText } from '../i18n/use-text.js';
import { Choice } from '../plant/choice.js';
import { Icon } from '../ui/icon.js';
import { allColumns, columnsIn, columnsText, type FleetWish } from './fleet-wish.js';

type FleetColumnsProps = { readonly wish: FleetWish; readonly onWish: (wish: FleetWish) => void };

/** Which columns the list has; a kept view keeps them, too. */
export function FleetColumns({ wish, onWish }: FleetColumnsProps) {
  const text = useText();
  return (
    <details className="fleet-columns">
      <summary>
        <Icon name="table" size={16} /> {text('fleet.columns')}
      </summary>
      <Choice
        label={text('fleet.columnsShown')}
        options={allColumns.map((id) => ({ id, name: text(`fleet.${id}`) }))}
        chosen={new Set(columnsIn(wish.columns))}
        onChange={(chosen) => onWish({ ...wish, columns: columnsText(allColumns.filter((name) => chosen.has(name))) })}
      />
    </details>
  );
}
