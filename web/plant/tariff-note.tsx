import { Link } from '@tanstack/react-router';
import { useText } from '../i18n/use-text.js';
import { useMayChange, usePlant } from './queries.js';

/** By which tariff money is counted; where none is stated, whoever may state one is led to where it is done. */
export function TariffNote({ plantId }: { readonly plantId: string }) {
  const text = useText();
  const mayChange = useMayChange(plantId);
  const tariffs = usePlant(plantId).data?.feedInTariffs;
  if (tariffs === undefined) return null;
  const isNone = tariffs.length === 0;
  return (
    <small className="source">
      {text(isNone ? 'plant.tariff.none' : 'plant.tariff.source')}{' '}
      {mayChange && (
        <Link to="/plants/$plantId/edit" params={{ plantId }}>
          {text(isNone ? 'plant.tariff.add' : 'plant.tariff.see')}
        </Link>
      )}
    </small>
  );
}
