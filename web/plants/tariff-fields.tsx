import { TextField } from '../forms/fields.js';
import { FormGroup } from '../forms/form.js';
import { useText } from '../i18n/use-text.js';
import { Button, IconButton } from '../ui/button.js';
import { tariffCount, withTariffs, type PlantForm } from './plant-form.js';

/** Rates with the day from which each holds. */
export function TariffFields({ form }: { readonly form: PlantForm }) {
  const text = useText();
  const rows = Array.from({ length: tariffCount(form.values) }, (_, index) => index);
  return (
    <FormGroup title={text('plantForm.tariffs')} help={text('plantForm.tariffsHelp')}>
      {rows.map((index) => (
        <div
          className="tariff"
          key={index}
          role="group"
          aria-label={text('plantForm.tariffRow', { number: index + 1 })}
          data-row
        >
          <TextField
            field={withValue(form.field(`/feedInTariffs/${index}/from`))}
            label={text('plantForm.tariffFrom')}
            type="date"
          />
          <TextField
            field={withValue(form.field(`/feedInTariffs/${index}/centsPerKwh`))}
            label={text('plantForm.tariff')}
            unit={text('plantForm.tariffUnit')}
            numeric
          />
          <IconButton
            icon="remove"
            label={text('plantForm.removeTariff', { number: index + 1 })}
            quiet
            onClick={() => form.change((values) => withTariffs(values, { remove: index }))}
          />
        </div>
      ))}
      <div>
        <Button icon="add" onClick={() => form.change((values) => withTariffs(values, 'add'))}>
          {text('plantForm.addTariff')}
        </Button>
      </div>
    </FormGroup>
  );
}

/** A line that was just removed may be asked for once more before it disappears. */
const withValue = <F extends { readonly value: string | undefined }>(field: F) => ({
  ...field,
  value: field.value ?? '',
});
