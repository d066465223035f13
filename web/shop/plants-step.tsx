import { useId, useState } from 'react';
import type { PlantListItem } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { FieldError } from '../forms/fields.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/surfaces.js';

type PlantsStepProps = {
  readonly plants: readonly PlantListItem[];
  readonly chosen: readonly string[];
  readonly onChoose: (plantIds: readonly string[]) => void;
  readonly onNext: () => void;
};

/** Which plants; several at once make one order. */
export function PlantsStep({ plants, chosen, onChoose, onNext }: PlantsStepProps) {
  const text = useText();
  const format = useFormat();
  const id = useId();
  const [isRefused, setRefused] = useState(false);
  const toggle = (plantId: string) =>
    onChoose(chosen.includes(plantId) ? chosen.filter((one) => one !== plantId) : [...chosen, plantId]);
  return (
    <Card>
      <fieldset className="plant-choice" aria-describedby={isRefused ? `${id}-error` : undefined}>
        <legend>{text('shop.choosePlants')}</legend>
        {plants.map((plant) => (
          <div className="check" key={plant.id}>
            <input
              type="checkbox"
              id={`${id}-${plant.id}`}
              checked={chosen.includes(plant.id)}
              onChange={() => toggle(plant.id)}
            />
            <label htmlFor={`${id}-${plant.id}`}>
              <b>{plant.name}</b>{' '}
              <span className="secondary">
                {plant.town}, {format.inWords(format.ratedPower(plant.nominalPowerW))}
                {plant.ownerName !== null && `, ${plant.ownerName}`}
              </span>
            </label>
          </div>
        ))}
      </fieldset>
      <FieldError id={id} error={isRefused && chosen.length === 0 ? text('shop.chooseOne') : undefined} />
      <div className="form-actions">
        {plants.length > 1 && chosen.length < plants.length && (
          <Button onClick={() => onChoose(plants.map((plant) => plant.id))}>{text('shop.allPlants')}</Button>
        )}
        <Button look="primary" onClick={() => (chosen.length === 0 ? setRefused(true) : onNext())}>
          {text('shop.next')}
        </Button>
      </div>
    </Card>
  );
}
