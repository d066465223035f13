/** Texts of the search over everything. */
export const searchDe = {
  'office.search.title': 'Suche',
  'office.search.lead': 'Konten, Anlagen, Geräte, Bestellungen, Rechnungen, Reparaturen und Mails, nach ihrem Anfang.',
  'office.search.field': 'Wonach suchen Sie?',
  'office.search.help':
    'Ab drei Zeichen: Benutzername, E-Mail-Adresse, Nachname, Firma, Anlage, Seriennummer, Rechnungsnummer oder Kennung. Pfeiltasten wählen, Eingabe öffnet, „/“ führt zurück ins Feld.',
  'office.search.count': '{count, plural, =0 {Nichts gefunden} one {# Treffer} other {# Treffer}}',
  'office.search.none': 'Nichts beginnt mit „{find}“',
  'office.search.noneText': 'Gesucht wird nach dem Anfang, nicht mitten im Wort. Prüfen Sie die Schreibweise.',
  'office.search.more': 'Es gibt noch mehr. Geben Sie mehr Zeichen ein.',
  'office.search.kind.account': 'Konten',
  'office.search.kind.plant': 'Anlagen',
  'office.search.kind.device': 'Geräte',
  'office.search.kind.order': 'Bestellungen',
  'office.search.kind.invoice': 'Rechnungen',
  'office.search.kind.repair': 'Reparaturen',
  'office.search.kind.mail': 'Mails',
} as const;
