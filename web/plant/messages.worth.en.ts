import type { worthDe } from './messages.worth.de.js';

export const worthEn: Readonly<Record<keyof typeof worthDe, string>> = {
  'plant.worth': 'Show as',
  'plant.worth.energy': 'kWh',
  'plant.worth.revenue': '€',
  'plant.worth.co2': 'CO₂',
  'plant.legend.revenue': 'Revenue',
  'plant.legend.co2': 'CO₂ avoided',
  'plant.tariff.none': 'No tariff is entered for this plant; without one its revenue is not known.',
  'plant.tariff.source': 'Revenue by the tariff that was valid on each day.',
  'plant.tariff.add': 'Enter a tariff',
  'plant.tariff.see': 'Tariffs',
  'plant.co2.factor': '{kg} kg/kWh, {source} {year}',
  'plant.co2.countedWith': 'CO₂ counted with {factor}.',
  'plant.co2.change': 'Change',
  'plant.co2.title': 'CO₂ factor',
  'plant.co2.lead':
    'What a kilowatt hour from the grid emits, which your plant avoids. It counts for all times of the plant. Usual for the German grid: {factor}.',
  'plant.co2.value': 'CO₂ per kilowatt hour',
  'plant.co2.source': 'Source',
  'plant.co2.sourceHelp': 'For example your supplier or the German Environment Agency (UBA).',
  'plant.co2.year': 'Year',
  'plant.co2.yearForm': 'Please state the year with four digits.',
  'plant.co2.reset': 'Use the usual one ({factor})',
  'plant.co2.saved': 'CO₂ is now counted with {factor}.',
};
