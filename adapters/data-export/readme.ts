import type { AccountLanguage } from '../../domain/account/person.js';

/** What the archive holds, for people. */
export function readme(language: AccountLanguage, facts: { readonly operator: string; readonly at: string }): string {
  return language === 'de' ? german(facts) : english(facts);
}

type Facts = { readonly operator: string; readonly at: string };

const german = ({ operator, at }: Facts) => `Ihre Daten im Portal SiteLink
=============================

Betreiber: ${operator}
Stand:     ${at}

Dieses Archiv enthält alles, was das Portal über Sie und Ihre Anlagen gespeichert hat
(Art. 15 und 20 DSGVO).

data.json           alles außer Ereignissen und Messwerten, in einer Datei
events.json         alle Ereignisse mit ihren Angaben

Dieselben Angaben als Tabellen, die jede Tabellenkalkulation öffnet:

sessions.csv        Anmeldungen: Beginn, letzte Nutzung, Ende, Gerät
tokens.csv          Zugriffsschlüssel (die Schlüssel selbst sind nicht gespeichert)
documents.csv       angenommene Fassungen der Nutzungsbedingungen und der Datenschutzerklärung
plants.csv          Anlagen
subplants.csv       Teilanlagen
inverters.csv       Wechselrichter
tariffs.csv         Einspeisevergütungen
orders.csv          Bestellungen
invoices/           Ihre Rechnungen als PDF, mit Nachweisen von Nachberechnungen
repairs/            Fotos und Dateien Ihrer Reparaturaufträge
shared-with-me.csv  Anlagen anderer, die mit Ihnen geteilt sind: Recht und seit wann
events.csv          was wann geschah, auch bei entfernten Anlagen
mails.csv           E-Mails der letzten 30 Tage: Anlass und Zeitpunkt (ihr Text wird nicht aufbewahrt)
device-errors.csv   Fehlermeldungen der Wechselrichter
energy-days.csv     Energie je Tag und Wechselrichter
readings/           alle Messwerte, eine Datei je Wechselrichter

Die Tabellen sind durch Kommas getrennt (RFC 4180, UTF-8), Dezimalzeichen ist der Punkt. Zeitpunkte stehen in
UTC (RFC 3339), Tage im Kalender der Anlage. Die Einheit steht im Namen der Spalte: W, Wh, V, A, Hz, Deg
(Grad), C (°C). Ein leeres Feld heißt: nicht gemessen oder nicht angegeben. Beginnt ein Text mit =, +, - oder @,
steht in den Tabellen ein Apostroph davor, damit keine Tabellenkalkulation ihn ausrechnet.

Passwörter, Schlüssel und Codes enthält das Archiv nicht: Gespeichert sind davon nur Prüfwerte.
`;

const english = ({ operator, at }: Facts) => `Your data in the SiteLink portal
================================

Operator: ${operator}
As of:    ${at}

This archive holds everything that the portal has stored about you and your plants
(Art. 15 and 20 GDPR).

data.json           everything but events and measured values, in one file
events.json         all events with their details

The same as tables, which every spreadsheet program opens:

sessions.csv        sign-ins: beginning, last use, end, device
tokens.csv          access tokens (the tokens themselves are not stored)
documents.csv       editions of the terms of use and the privacy policy that you accepted
plants.csv          plants
subplants.csv       subplants
inverters.csv       inverters
tariffs.csv         feed-in tariffs
orders.csv          orders
invoices/           your invoices as PDF, with the evidence of supplementary charges
repairs/            photos and files of your repair orders
shared-with-me.csv  plants of others that are shared with you: right, and since when
events.csv          what happened when, also with plants that were removed
mails.csv           e-mails of the last 30 days: occasion and time (their text is not kept)
device-errors.csv   error messages of the inverters
energy-days.csv     energy for each day and inverter
readings/           all measured values, one file for each inverter

The tables are separated by commas (RFC 4180, UTF-8), with a point as decimal sign. Instants are in UTC (RFC 3339),
days in the calendar of the plant. The unit stands in the name of the column: W, Wh, V, A, Hz, Deg (degrees), C (°C).
An empty cell means: not measured, or not given. Where a text begins with =, +, - or @, the tables have an apostrophe
before it, so that no spreadsheet program computes it.

The archive holds no passwords, tokens or codes: only check values of them are stored.
`;
