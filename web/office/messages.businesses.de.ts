/** Texts of the page for businesses outside the EU. */
export const businessesDe = {
  'office.businesses.title': 'Unternehmen',
  'office.businesses.lead':
    'Unternehmen außerhalb der EU, deren Angaben keine Behörde bestätigt. Sobald Sie eines bestätigen, kann es alle Dienste nutzen.',
  'office.businesses.none': 'Niemand wartet',
  'office.businesses.noneText': 'Hier stehen Unternehmen außerhalb der EU, bis jemand sie geprüft hat.',
  'office.businesses.company': 'Firma und Benutzer',
  'office.businesses.address': 'Anschrift',
  'office.businesses.taxId': 'Steuernummer',
  'office.businesses.action': 'Bestätigung',
  'office.businesses.confirmOne': '{name} bestätigen',
  'office.businesses.confirm': 'Bestätigen',
  'office.businesses.confirmTitle': '{name} bestätigen?',
  'office.businesses.confirmText':
    'Die Bestätigung steht mit Ihrem Namen in der Historie des Kontos und gilt, bis sich Firma, Nummer oder Land ändern.',
  'office.businesses.evidence': 'Womit ist das Unternehmen nachgewiesen?',
  'office.businesses.evidenceHelp':
    'Zum Beispiel: Handelsregister des Kantons Zürich, CHE-107.787.577, am 27.11. abgefragt.',
  'office.businesses.confirmed': '{name} ist bestätigt',
} as const;
