import './plants.css';
import { useEffect, useMemo, useRef } from 'react';
import type { PlantBody } from '../api/types.js';
import { numberForInput, parseDecimal } from '../format/numbers.js';
import { useFormat } from '../format/use-format.js';
import { countryOptions } from '../forms/countries.js';
import { Checkbox, SelectField, TextArea, TextField } from '../forms/fields.js';
import { FormFrame, FormGroup } from '../forms/form.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Segmented } from '../ui/segmented.js';
import { CompassAndTilt } from './compass.js';
import { MapPicker } from './map-picker.js';
import {
  checkPlant,
  plantBody,
  proposedPower,
  readCoefficient,
  type PlantField,
  type PlantForm,
  type PlantValues,
} from './plant-form.js';
import { TariffFields } from './tariff-fields.js';
import { proposeTimeZone } from './time-zones.js';

const viewersZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The whole form of a plant, for adding and for editing. */
export function PlantFields({
  initial,
  submitLabel,
  onSubmit,
}: {
  readonly initial: PlantValues;
  readonly submitLabel: string;
  readonly onSubmit: (body: PlantBody) => Promise<void>;
}) {
  const text = useText();
  const { language } = useFormat();
  const form = useForm<PlantField>({
    initial,
    validate: (values) => checkPlant(text, language, values),
    submit: (values) => onSubmit(plantBody(values, language)),
  });
  return (
    <FormFrame form={form} label={text('plantForm.label')}>
      <GeneralFields form={form} />
      <PlaceFields form={form} />
      <ModuleFields form={form} />
      <FormGroup title={text('plantForm.orientation')}>
        <CompassAndTilt form={form} />
      </FormGroup>
      <TariffFields form={form} />
      <FormGroup title={text('plantForm.sharing')}>
        <Checkbox field={form.field('/public')} label={text('plantForm.public')} help={text('plantForm.publicHelp')} />
      </FormGroup>
      <div className="form-actions">
        <Button look="primary" large type="submit" busy={form.busy}>
          {submitLabel}
        </Button>
      </div>
    </FormFrame>
  );
}

function GeneralFields({ form }: { readonly form: PlantForm }) {
  const text = useText();
  return (
    <FormGroup title={text('plantForm.general')}>
      <TextField field={form.field('/name')} label={text('plantForm.name')} help={text('plantForm.nameHelp')} />
      <div className="field">
        <span className="label">{text('plantForm.kind')}</span>
        <div>
          <Segmented
            large
            label={text('plantForm.kind')}
            value={form.values['/kind']}
            options={[
              { value: 'pv', label: text('plantForm.pv') },
              { value: 'pvThermal', label: text('plantForm.pvThermal') },
            ]}
            onChange={(kind) => form.set('/kind', kind)}
          />
        </div>
      </div>
      <TextArea field={form.field('/description')} label={text('plantForm.description')} optional />
    </FormGroup>
  );
}

function PlaceFields({ form }: { readonly form: PlantForm }) {
  const text = useText();
  const { language } = useFormat();
  const countries = useMemo(() => countryOptions(language), [language]);
  const zones = useTimeZones(form.values['/location/timeZone']);
  const latitudeDeg = parseDecimal(form.values['/location/latitudeDeg'], language);
  const longitudeDeg = parseDecimal(form.values['/location/longitudeDeg'], language);
  useProposedTimeZone(form, longitudeDeg);
  return (
    <FormGroup title={text('plantForm.place')} help={text('plantForm.placeHelp')}>
      <TextField field={form.field('/address/street')} label={text('register.street')} />
      <div className="columns postcode">
        <TextField field={form.field('/address/postcode')} label={text('register.postcode')} />
        <TextField field={form.field('/address/town')} label={text('register.town')} />
      </div>
      <SelectField field={form.field('/address/country')} label={text('register.country')} options={countries} />
      <MapPicker
        latitudeDeg={latitudeDeg}
        longitudeDeg={longitudeDeg}
        country={form.values['/address/country']}
        onPick={(latitude, longitude) => {
          form.set('/location/latitudeDeg', numberForInput(latitude, language, 5));
          form.set('/location/longitudeDeg', numberForInput(longitude, language, 5));
        }}
      />
      <div className="columns">
        <TextField
          field={form.field('/location/latitudeDeg')}
          label={text('plantForm.latitude')}
          help={text('plantForm.latitudeHelp')}
          unit="°"
          numeric
        />
        <TextField
          field={form.field('/location/longitudeDeg')}
          label={text('plantForm.longitude')}
          help={text('plantForm.longitudeHelp')}
          unit="°"
          numeric
        />
      </div>
      <div className="columns">
        <TextField
          field={form.field('/location/altitudeM')}
          label={text('plantForm.altitude')}
          help={text('plantForm.altitudeHelp')}
          unit="m"
          numeric
        />
        <SelectField
          field={form.field('/location/timeZone')}
          label={text('plantForm.timeZone')}
          help={text('plantForm.timeZoneHelp')}
          options={zones}
        />
      </div>
    </FormGroup>
  );
}

/** All zones the browser knows, and the chosen one even if it does not. */
function useTimeZones(chosen: string) {
  return useMemo(() => {
    const all = new Set([...Intl.supportedValuesOf('timeZone'), viewersZone(), chosen]);
    return [...all].sort().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  }, [chosen]);
}

/** Follows country and longitude as long as nobody chose another zone. */
function useProposedTimeZone(form: PlantForm, longitudeDeg: number | undefined): void {
  const country = form.values['/address/country'];
  const proposal = proposeTimeZone(country, longitudeDeg, viewersZone());
  const { change } = form;
  const before = useRef(proposal);
  useEffect(() => {
    const old = before.current;
    before.current = proposal;
    if (old === proposal) return;
    change((values) => (values['/location/timeZone'] === old ? { ...values, '/location/timeZone': proposal } : values));
  }, [proposal, change]);
}

function ModuleFields({ form }: { readonly form: PlantForm }) {
  const text = useText();
  const format = useFormat();
  const typed = form.values['/powerTemperatureCoefficientPercentPerK'];
  const typedValue = parseDecimal(typed, format.language);
  const area = form.field('/moduleAreaM2');
  const setArea = (next: string) => {
    const power = form.values['/generatorPowerW'];
    if (power === '' || power === proposedPower(area.value, format.language)) {
      form.set('/generatorPowerW', proposedPower(next, format.language));
    }
    area.onChange(next);
  };
  return (
    <FormGroup title={text('plantForm.modules')}>
      <TextField field={form.field('/moduleName')} label={text('plantForm.moduleName')} optional />
      <div className="columns">
        <TextField field={{ ...area, onChange: setArea }} label={text('plantForm.area')} unit="m²" numeric />
        <TextField
          field={form.field('/generatorPowerW')}
          label={text('plantForm.power')}
          help={text('plantForm.powerHelp')}
          unit="kW"
          numeric
        />
      </div>
      <TextField
        field={form.field('/powerTemperatureCoefficientPercentPerK')}
        label={text('plantForm.coefficient')}
        unit="%/K"
        numeric
        help={
          <>
            {text('plantForm.coefficientHelp')}
            <span className="understood" role="status">
              {typedValue !== undefined &&
                typedValue > 0 &&
                text('plantForm.coefficientRead', {
                  value: format.number(readCoefficient(typed, format.language), { max: 4 }),
                })}
            </span>
          </>
        }
      />
    </FormGroup>
  );
}
