import { uploadLimits } from '../../adapters/spreadsheet/limits.js';
import type { UnreadableReason } from '../../adapters/spreadsheet/port.js';
import type { ProblemEntry } from './entry.js';

const { maxBytes, maxColumns, maxCellLength } = uploadLimits;
const megabytes = maxBytes / 1024 / 1024;

type SpreadsheetProblem =
  | `spreadsheet.${UnreadableReason}`
  | 'spreadsheet.missing'
  | 'spreadsheet.columnsMissing'
  | 'spreadsheet.registryColumnsMissing';

/** Why an uploaded table was not read, and what to do about it. */
export const spreadsheetProblems = {
  'spreadsheet.missing': {
    status: 422,
    title: { de: 'Es kam keine Datei an', en: 'No file arrived' },
    detail: {
      de: 'Bitte eine Datei im Feld „file“ als multipart/form-data senden.',
      en: 'Please send one file in the field "file" as multipart/form-data.',
    },
  },
  'spreadsheet.columnsMissing': {
    status: 422,
    title: { de: 'Die Spalte „Seriennummer“ fehlt', en: 'The column "Serial number" is missing' },
    detail: {
      de: 'Die erste Zeile muss die Spalten benennen. Am einfachsten ist es mit unserer Vorlage.',
      en: 'The first row must name the columns. Our template is the easiest way.',
    },
  },
  'spreadsheet.registryColumnsMissing': {
    status: 422,
    title: {
      de: 'Die Spalte „serialNumber“ oder „activationCode“ fehlt',
      en: 'The column "serialNumber" or "activationCode" is missing',
    },
    detail: {
      de: 'Die erste Zeile muss die Spalten benennen: serialNumber, activationCode und, wo bekannt, type.',
      en: 'The first row must name the columns: serialNumber, activationCode and, where it is known, type.',
    },
  },
  'spreadsheet.empty': {
    status: 422,
    title: { de: 'Die Datei enthält keine Zeilen', en: 'The file has no rows' },
    detail: {
      de: 'Gelesen wird das erste Tabellenblatt.',
      en: 'The first sheet is the one that is read.',
    },
  },
  'spreadsheet.notASpreadsheet': {
    status: 422,
    title: { de: 'Das ist keine Tabelle', en: 'This is not a spreadsheet' },
    detail: { de: 'Bitte eine .xlsx- oder .csv-Datei wählen.', en: 'Please choose an .xlsx or .csv file.' },
  },
  'spreadsheet.otherFormat': {
    status: 422,
    title: { de: 'Dieses Tabellenformat lesen wir nicht', en: 'We do not read this kind of spreadsheet' },
    detail: {
      de: 'Bitte in Excel oder LibreOffice „Speichern unter“ und .xlsx wählen.',
      en: 'Please use "Save as" in Excel or LibreOffice and choose .xlsx.',
    },
  },
  'spreadsheet.encrypted': {
    status: 422,
    title: { de: 'Die Datei ist mit einem Kennwort geschützt', en: 'The file is protected with a password' },
    detail: { de: 'Bitte ohne Kennwort speichern.', en: 'Please save it without the password.' },
  },
  'spreadsheet.damaged': {
    status: 422,
    title: { de: 'Die Datei ist beschädigt', en: 'The file is damaged' },
    detail: {
      de: 'Bitte öffnen, neu speichern und noch einmal hochladen.',
      en: 'Please open it, save it again and upload it once more.',
    },
  },
  'spreadsheet.suspicious': {
    status: 422,
    title: { de: 'Die Datei wurde nicht gelesen', en: 'The file was not read' },
    detail: {
      de: 'Sie ist ungewöhnlich stark gepackt oder enthält Teile, die keine Tabelle braucht. Bitte die Werte in unsere Vorlage kopieren.',
      en: 'It is packed unusually tightly or holds parts that no table needs. Please copy the values into our template.',
    },
  },
  'spreadsheet.tooLarge': {
    status: 413,
    title: { de: 'Die Datei ist zu groß', en: 'The file is too large' },
    detail: {
      de: `Bis ${megabytes} MB sind möglich. Bitte aufteilen.`,
      en: `Up to ${megabytes} MB are possible. Please split it.`,
    },
  },
  'spreadsheet.tooManyRows': {
    status: 422,
    title: { de: 'Die Tabelle hat zu viele Zeilen', en: 'The table has too many rows' },
    detail: {
      de: 'Bis {maxRows} Zeilen unter den Titeln sind in einer Datei möglich. Bitte aufteilen.',
      en: 'Up to {maxRows} rows below the titles are possible in one file. Please split it.',
    },
  },
  'spreadsheet.tooManyColumns': {
    status: 422,
    title: { de: 'Die Tabelle hat zu viele Spalten', en: 'The table has too many columns' },
    detail: { de: `Bis ${maxColumns} sind möglich.`, en: `Up to ${maxColumns} are possible.` },
  },
  'spreadsheet.cellTooLong': {
    status: 422,
    title: { de: 'Eine Zelle enthält zu viel Text', en: 'A cell holds too much text' },
    detail: { de: `Bis ${maxCellLength} Zeichen sind möglich.`, en: `Up to ${maxCellLength} characters are possible.` },
  },
  'spreadsheet.tooSlow': {
    status: 422,
    title: { de: 'Die Datei ließ sich nicht in der Zeit lesen', en: 'The file could not be read in time' },
    detail: {
      de: 'Bitte die Werte in unsere Vorlage kopieren und diese hochladen.',
      en: 'Please copy the values into our template and upload that.',
    },
  },
  'spreadsheet.busy': {
    status: 503,
    title: { de: 'Gerade werden viele Dateien gelesen', en: 'Many files are being read right now' },
    detail: { de: 'Bitte in Kürze noch einmal versuchen.', en: 'Please try again shortly.' },
    headers: { 'retry-after': '5' },
  },
} as const satisfies Record<SpreadsheetProblem, ProblemEntry>;
