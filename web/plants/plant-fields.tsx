import './plants.css';
import { useMemo, useState, type ReactNode } from 'react';
import type { PlantBody } from '../api/types.js';
import { localZone } from '../format/local-zone.js';
import { numberForInput, parseDecimal } from '../format/numbers.js';
import { useFormat } from '../format/use-format.js';
import { countryOptions } from '../forms/countries.js';
import { Checkbox, SelectField, TextArea, TextField } from '../forms/fields.js';
import { FormActions, FormFrame, FormGroup } from '../forms/form.js';
import { LeaveGuard } from '../forms/leave-guard.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { Icon } from '../ui/icon.js';
import { Segmented } from '../ui/segmented.js';
import { CompassAndTilt } from './compass.js';
import { MapPicker } from './map-picker.js';
import {
  checkPlant,
  plantBody,
  proposedPower,
  readCoefficient,
  steepestCoefficient,
  typicalCoefficients,
  type ModuleTechnology,
  type PlantField,
  type PlantForm,
  type PlantValues,
} from './plant-form.js';
import { usePlaceFacts, useProposal } from './proposals.js';
import { TariffFields } from './tariff-fields.js';
import { proposeTimeZone } from './time-zones.js';

const technologies = Object.keys(typicalCoefficients) as readonly ModuleTechnology[];

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
      <LeaveGuard form={form} />
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
      <FormActions form={form} submit={submitLabel} large />
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
  const { timeZone, town } = usePlaceFacts(latitudeDeg, longitudeDeg);
  const country = form.values['/address/country'];
  const zone = timeZone ?? proposeTimeZone(country, longitudeDeg, localZone());
  const isZoneProposed = useProposal(form, '/location/timeZone', zone);
  const altitude = town === undefined ? '' : numberForInput(town.altitudeM, language);
  const isAltitudeProposed = useProposal(form, '/location/altitudeM', altitude);
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
        country={country}
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
          help={
            <Help proposed={isAltitudeProposed}>
              {isAltitudeProposed && town !== undefined
                ? text('plantForm.altitudeProposed', { town: town.name })
                : text('plantForm.altitudeHelp')}
            </Help>
          }
          unit="m"
          numeric
        />
        <SelectField
          field={form.field('/location/timeZone')}
          label={text('plantForm.timeZone')}
          help={
            <Help proposed={isZoneProposed}>
              {isZoneProposed &&
                text(timeZone === undefined ? 'plantForm.timeZoneByCountry' : 'plantForm.timeZoneByPlace')}{' '}
              {text('plantForm.timeZoneHelp')}
            </Help>
          }
          options={zones}
        />
      </div>
    </FormGroup>
  );
}

/** All zones the browser knows, and the chosen one even if it does not. */
function useTimeZones(chosen: string) {
  return useMemo(() => {
    const all = new Set([...Intl.supportedValuesOf('timeZone'), localZone(), chosen]);
    return [...all].sort().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  }, [chosen]);
}

/** The help of a field; in front of it a mark while the field holds a proposal of ours. */
function Help({ proposed, children }: { readonly proposed: boolean; readonly children: ReactNode }) {
  const text = useText();
  return (
    <span role="status">
      {proposed && (
        <span className="proposal">
          <Icon name="info" size={14} />
          {text('plantForm.proposal')}
        </span>
      )}
      {children}
    </span>
  );
}

function ModuleFields({ form }: { readonly form: PlantForm }) {
  const text = useText();
  const format = useFormat();
  const typed = form.values['/powerTemperatureCoefficientPercentPerK'];
  const typedValue = parseDecimal(typed, format.language);
  const area = form.values['/moduleAreaM2'];
  const isPowerProposed = useProposal(form, '/generatorPowerW', proposedPower(area, format.language));
  const [technology, setTechnology] = useState<ModuleTechnology>('crystalline');
  const coefficient = numberForInput(typicalCoefficients[technology], format.language);
  const isCoefficientProposed = useProposal(form, '/powerTemperatureCoefficientPercentPerK', coefficient);
  return (
    <FormGroup title={text('plantForm.modules')}>
      <TextField field={form.field('/moduleName')} label={text('plantForm.moduleName')} optional />
      <div className="columns">
        <TextField field={form.field('/moduleAreaM2')} label={text('plantForm.area')} unit="m²" numeric />
        <TextField
          field={form.field('/generatorPowerW')}
          label={text('plantForm.power')}
          help={<Help proposed={isPowerProposed}>{text('plantForm.powerHelp')}</Help>}
          unit="kW"
          numeric
        />
      </div>
      {isCoefficientProposed && (
        <div className="field">
          <span className="label">{text('plantForm.technology')}</span>
          <div>
            <Segmented
              large
              label={text('plantForm.technology')}
              value={technology}
              options={technologies.map((value) => ({ value, label: text(`plantForm.technology.${value}`) }))}
              onChange={setTechnology}
            />
          </div>
        </div>
      )}
      <TextField
        field={form.field('/powerTemperatureCoefficientPercentPerK')}
        label={text('plantForm.coefficient')}
        unit="%/K"
        numeric
        help={
          <>
            <Help proposed={isCoefficientProposed}>
              {text(isCoefficientProposed ? `plantForm.coefficientBy.${technology}` : 'plantForm.coefficientHelp')}
            </Help>
            <span className="understood" role="status">
              {typedValue !== undefined &&
                typedValue > 0 &&
                typedValue <= -steepestCoefficient &&
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
