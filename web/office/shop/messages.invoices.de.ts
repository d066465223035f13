/** Texts of invoices and of their export in the office. */
export const invoicesDe = {
  'office.invoices.title': 'Rechnungen',
  'office.invoices.lead':
    'Alle Belege eines Jahres in ihrer fortlaufenden Nummer, und was die Buchhaltung davon übernimmt.',
  'office.invoices.year': 'Jahr',
  'office.invoices.kind': 'Art',
  'office.invoices.allKinds': 'Alle Belege',
  'office.invoices.complete':
    'Die Nummern sind lückenlos: {first} bis {last}, {given, plural, one {ein Beleg} other {# Belege}}.',
  'office.invoices.making':
    '{count, plural, one {Zu einer Nummer fehlt} other {Zu # Nummern fehlt}} noch der Beleg: {numbers}',
  'office.invoices.makingText':
    'Er entsteht gerade. Steht das länger als einige Minuten hier, hält etwas die Rechnungsstellung auf; bitte die Administration verständigen.',
  'office.invoices.gap': '{count, plural, one {Eine Nummer fehlt} other {# Nummern fehlen}}: {numbers}',
  'office.invoices.gapText':
    'Spätere Nummern sind vergeben. Das darf nicht vorkommen; bitte die Administration verständigen.',
  'office.invoices.sumOf': '{kind} ({count})',
  'office.invoices.net': 'Summe netto',
  'office.invoices.vat': 'Mehrwertsteuer',
  'office.invoices.gross': 'Summe brutto',
  'office.invoices.none': '{year} gibt es hier keinen Beleg',
  'office.invoices.noneText':
    'Belege entstehen von selbst, sobald eine Bestellung bezahlt oder ein Restwert angerechnet ist.',
  'office.invoices.number': 'Nummer',
  'office.invoices.corrects': 'zu {number}',
  'office.invoices.day': 'Datum',
  'office.invoices.customer': 'Kunde',
  'office.invoices.tax': 'Steuer',
  'office.invoices.treatment.domestic': '{rate} %',
  'office.invoices.treatment.reverseCharge': 'Reverse Charge',
  'office.invoices.treatment.notTaxable': 'nicht steuerbar',
  'office.invoices.amount': 'Betrag',
  'office.invoices.file': 'Datei',
  'office.invoices.pdf': 'Beleg {number} als PDF',
  'office.export.title': 'Für die Buchhaltung',
  'office.export.lead': 'Alle Belege eines Zeitraums, beide Tage eingeschlossen.',
  'office.export.example':
    'Es gelten die üblichen Konten des SKR03, weil noch niemand eigene festgelegt hat (ACCOUNTING). Bitte vor dem Einspielen mit der Steuerberatung abstimmen.',
  'office.export.format': 'Format',
  'office.export.datev': 'DATEV-Buchungsstapel',
  'office.export.csv': 'Tabelle (CSV)',
  'office.export.from': 'Vom',
  'office.export.to': 'Bis',
  'office.export.download': 'Herunterladen',
} as const;
