/** Texts of the page of those who work in the office. */
export const operatorsDe = {
  'office.operators': 'Wer im Büro arbeitet',
  'office.operatorsLead':
    'Alle Konten mit Rollen des Betreibers. Vergeben und entzogen werden Rollen auf der Kommandozeile mit create-operator.',
  'office.noOperators': 'Noch niemand hat eine Rolle',
  'office.who': 'Konto',
  'office.roles': 'Rollen',
  'office.state': 'Zustand',
  'office.given': 'seit {day}, von {by}',
  'office.byCommandLine': 'der Kommandozeile',
  'office.invited': 'Passwort noch nicht gewählt',
  'office.ready': 'Mit zweitem Faktor',
  'office.noSecondFactor': 'Ohne zweiten Faktor: Rollen wirken nicht',
  'office.role.partner': 'Servicepartner',
  'office.role.support': 'Support',
  'office.role.advocate': 'Kundenbetreuung',
  'office.role.catalogueManager': 'Preise und Katalog',
  'office.role.auditor': 'Prüfung',
  'office.role.admin': 'Verwaltung',
} as const;
