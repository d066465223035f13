import { plantLimits } from '../../domain/plant/commands.js';
import type { PlantRejection } from '../../domain/plant/plant.js';
import type { AlertRuleRejection } from '../../domain/plant/alert-rules.js';
import type { SharingRejection } from '../../domain/plant/sharing-commands.js';
import type { ProblemEntry } from './entry.js';

/** Plants, subplants, inverters. */
type ListProblem = 'inverter.list-not-found' | 'inverter.list-row-done' | 'inverter.list-codes-paused';

export const plantProblems = {
  'plant.not-found': {
    status: 404,
    title: { de: 'Diese Anlage gibt es nicht', en: 'There is no such plant' },
    detail: {
      de: 'Sie wurde entfernt, oder sie gehört zu einem anderen Konto.',
      en: 'It was removed, or it belongs to another account.',
    },
  },
  'plant.right-missing': {
    status: 403,
    title: { de: 'Das dürfen Sie mit dieser Anlage nicht', en: 'You may not do this with this plant' },
    detail: {
      de: 'Bitte wenden Sie sich an den Eigentümer der Anlage.',
      en: 'Please ask the owner of the plant.',
    },
  },
  'plant.exists': {
    status: 409,
    title: { de: 'Diese Anlage gibt es schon', en: 'This plant exists already' },
    detail: {
      de: 'Der Idempotency-Key wurde schon für eine andere Anlage benutzt. Bitte einen neuen verwenden.',
      en: 'The Idempotency-Key was used for another plant before. Please use a new one.',
    },
  },
  'plant.time-zone-unknown': {
    status: 422,
    title: { de: 'Diese Zeitzone ist nicht bekannt', en: 'This time zone is not known' },
    detail: {
      de: 'Bitte einen Namen wie Europe/Berlin angeben.',
      en: 'Please use a name such as Europe/Berlin.',
    },
    pointer: '/location/timeZone',
  },
  'plant.tariff-dates-repeated': {
    status: 422,
    title: { de: 'Zwei Tarife beginnen am selben Tag', en: 'Two tariffs start on the same day' },
    detail: { de: 'Bitte jedem Tarif einen eigenen Tag geben.', en: 'Please give each tariff a day of its own.' },
    pointer: '/feedInTariffs',
  },
  'plant.too-many-subplants': {
    status: 422,
    title: {
      de: `Eine Anlage hat höchstens ${plantLimits.subplants} Teilanlagen`,
      en: `A plant has at most ${plantLimits.subplants} subplants`,
    },
  },
  'plant.too-many-inverters': {
    status: 422,
    title: {
      de: `Eine Anlage hat höchstens ${plantLimits.inverters} Wechselrichter`,
      en: `A plant has at most ${plantLimits.inverters} inverters`,
    },
    detail: { de: 'Bitte eine weitere Anlage anlegen.', en: 'Please add another plant.' },
  },
  'forecast.beyond-power': {
    status: 422,
    title: {
      de: 'Mehr als {mostKwh} kWh sind mit dieser Leistung in keinem Monat möglich',
      en: 'More than {mostKwh} kWh is not possible with this power in any month',
    },
    detail: {
      de: 'Bitte geben Sie die Energie eines einzelnen Monats in Kilowattstunden an.',
      en: 'Please state the energy of a single month in kilowatt hours.',
    },
  },
  'emission-factor.year-to-come': {
    status: 422,
    title: { de: 'Dieses Jahr kommt erst noch', en: 'This year is still to come' },
    detail: {
      de: 'Bitte geben Sie das Jahr an, für das der Faktor ermittelt wurde.',
      en: 'Please state the year for which the factor was determined.',
    },
    pointer: '/year',
  },
  'subplant.not-found': {
    status: 404,
    title: { de: 'Diese Teilanlage gibt es nicht', en: 'There is no such subplant' },
  },
  'inverter.not-found': {
    status: 404,
    title: { de: 'Diesen Wechselrichter gibt es nicht', en: 'There is no such inverter' },
  },
  'inverter.subplant-unknown': {
    status: 422,
    title: { de: 'Diese Teilanlage gehört nicht zur Anlage', en: 'This subplant is not part of the plant' },
    pointer: '/subplantId',
  },
  'inverter.type-unknown': {
    status: 422,
    title: { de: 'Dieser Wechselrichtertyp ist nicht bekannt', en: 'This inverter type is not known' },
    detail: { de: 'Bitte einen Typ aus der Liste wählen.', en: 'Please choose a type from the list.' },
    pointer: '/typeId',
  },
  'inverter.type-fixed': {
    status: 422,
    title: {
      de: 'Der Typ dieses Geräts ist beim Betreiber hinterlegt',
      en: 'The operator knows the type of this device',
    },
    detail: {
      de: 'Er kann nicht geändert werden. Wenn er nicht stimmt, bitte an den Service wenden.',
      en: 'It cannot be changed. If it is wrong, please contact the service.',
    },
    pointer: '/typeId',
  },
  'inverter.serial-number-malformed': {
    status: 422,
    title: { de: 'Das ist keine Seriennummer', en: 'This is not a serial number' },
    detail: {
      de: 'Buchstaben und Ziffern ohne Leerzeichen, wie auf dem Gerät gedruckt.',
      en: 'Letters and digits without blanks, as printed on the device.',
    },
    pointer: '/serialNumber',
  },
  'inverter.activation-code-missing': {
    status: 422,
    title: { de: 'Bitte den Aktivierungscode angeben', en: 'Please enter the activation code' },
    detail: {
      de: 'Er ist auf dem Wechselrichter abgedruckt; sonst nennt ihn der Service zur Seriennummer.',
      en: 'It is printed on the inverter; otherwise the service tells it for the serial number.',
    },
    pointer: '/activationCode',
  },
  'inverter.activation-code-wrong': {
    status: 422,
    title: { de: 'Der Aktivierungscode ist falsch', en: 'The activation code is wrong' },
    detail: {
      de: 'Bitte mit dem Aufdruck auf dem Wechselrichter und mit der Seriennummer vergleichen.',
      en: 'Please compare it with the print on the inverter and with the serial number.',
    },
    pointer: '/activationCode',
  },
  'inverter.taken': {
    status: 409,
    title: { de: 'Dieses Gerät steht schon in einer Anlage', en: 'This device already stands in a plant' },
    detail: {
      de: 'Dort muss es zuerst gelöscht oder getauscht werden. Bei Fragen hilft der Service.',
      en: 'It has to be deleted or exchanged there first. The service helps with questions.',
    },
    pointer: '/serialNumber',
  },
  'inverter.in-this-plant': {
    status: 409,
    title: { de: 'Dieses Gerät steht schon in dieser Anlage', en: 'This device is in this plant already' },
    pointer: '/serialNumber',
  },
  'inverter.list-not-found': {
    status: 404,
    title: { de: 'Diese Liste gibt es nicht mehr', en: 'This list is no longer there' },
    detail: {
      de: 'Hochgeladene Listen bleiben 24 Stunden. Bitte die Datei noch einmal hochladen.',
      en: 'Uploaded lists are kept for 24 hours. Please upload the file again.',
    },
  },
  'inverter.list-row-done': {
    status: 409,
    title: { de: 'Diese Zeile wurde schon hinzugefügt', en: 'This row has been added already' },
    detail: {
      de: 'Änderungen sind in der Liste der Wechselrichter möglich.',
      en: 'It can be changed in the list of inverters.',
    },
  },
  'inverter.list-codes-paused': {
    status: 429,
    title: { de: 'Zu viele falsche Aktivierungscodes', en: 'Too many wrong activation codes' },
    detail: {
      de: 'Die Prüfung macht eine Stunde Pause. Bitte die Codes inzwischen mit den Geräten vergleichen.',
      en: 'Checking pauses for an hour. Please compare the codes with the devices in the meantime.',
    },
    headers: { 'retry-after': '3600' },
  },
  'inverter.exchanged-in-future': {
    status: 422,
    title: { de: 'Dieser Zeitpunkt kommt erst noch', en: 'This time is still to come' },
    pointer: '/exchangedAt',
  },
  'inverter.exchanged-too-early': {
    status: 422,
    title: { de: 'Da stand das alte Gerät noch nicht an diesem Platz', en: 'The old device did not stand there yet' },
    detail: {
      de: 'Der Tausch kann nicht vor der Ankunft des Geräts liegen, das jetzt geht.',
      en: 'The exchange cannot be earlier than the arrival of the device that leaves now.',
    },
    pointer: '/exchangedAt',
  },
  'inverter.same-device': {
    status: 422,
    title: { de: 'Das ist dasselbe Gerät', en: 'This is the same device' },
    detail: {
      de: 'Bitte die Seriennummer des neuen Geräts angeben.',
      en: 'Please enter the serial number of the new device.',
    },
    pointer: '/serialNumber',
  },
} as const satisfies Record<
  Exclude<PlantRejection['code'], SharingRejection['code'] | AlertRuleRejection['code']> | ListProblem,
  ProblemEntry
>;
