import type { ProblemEntry } from './entry.js';

/** Problems of looking at production. */
export const productionProblems = {
  'licence.required': {
    status: 402,
    title: { de: 'Die Lizenz dieser Anlage ist abgelaufen', en: 'The licence of this plant has expired' },
    detail: {
      de: 'Die Daten werden weiter gespeichert. Mit einer neuen Lizenz sind sie alle wieder zu sehen.',
      en: 'Its data keeps being stored. With a new licence all of it can be seen again.',
    },
  },
  'licence.exceeded': {
    status: 402,
    title: {
      de: 'Die Anlage hat mehr Leistung als lizenziert',
      en: 'The plant has more power than its licence allows',
    },
    detail: {
      de: 'Die Daten werden weiter gespeichert. Der Restwert der alten Lizenz wird beim Kauf der neuen angerechnet.',
      en: 'Its data keeps being stored. What the old licence is still worth is set off when you buy the new one.',
    },
  },
  'series.range-too-large': {
    status: 422,
    title: { de: 'Der Zeitraum ist für diese Auflösung zu lang', en: 'The range is too long for this resolution' },
    detail: {
      de: 'Höchstens {maxDays} Tage bei dieser Auflösung. Bitte kürzer wählen oder gröber auflösen.',
      en: 'At most {maxDays} days at this resolution. Please choose a shorter range or a coarser resolution.',
    },
  },
  'series.interval-too-large': {
    status: 422,
    title: { de: 'Zu viele Einzelwerte für einen Wert', en: 'Too many records for one value' },
    detail: {
      de: 'Für so viele Wechselrichter gibt es diese Größe nur feiner aufgelöst. Bitte Stunden oder 10 Minuten wählen.',
      en: 'For so many inverters this metric can only be had at a finer resolution. Please choose hours or 10 minutes.',
    },
  },
  'series.too-many-rows': {
    status: 422,
    title: { de: 'Zu viele Zeilen für eine Excel-Datei', en: 'Too many rows for an Excel file' },
    detail: {
      de: 'Eine Excel-Datei fasst 1.048.575 Werte untereinander. Bitte kürzer wählen, gröber auflösen oder CSV laden.',
      en: 'An Excel file holds 1,048,575 rows. Please choose a shorter range or a coarser resolution, or load CSV.',
    },
  },
  'series.range-empty': {
    status: 422,
    title: { de: 'Der Zeitraum ist leer', en: 'The range is empty' },
    detail: { de: 'Das Ende muss nach dem Anfang liegen.', en: 'The end must be after the beginning.' },
  },
  'series.metric-unknown': {
    status: 422,
    title: { de: 'Die Messgröße „{metric}“ gibt es nicht', en: 'There is no metric “{metric}”' },
  },
  'series.part-unknown': {
    status: 422,
    title: {
      de: 'Die Anlage hat keine Teilanlage und keinen Wechselrichter „{part}“',
      en: 'The plant has no subplant and no inverter “{part}”',
    },
  },
  'errors.cursor-invalid': {
    status: 422,
    title: { de: 'Die Seitenmarke ist nicht lesbar', en: 'The cursor cannot be read' },
    detail: {
      de: 'Bitte die Marke aus „next“ der letzten Antwort unverändert senden.',
      en: 'Please send the cursor from “next” of the last answer unchanged.',
    },
  },
} as const satisfies Record<string, ProblemEntry>;
