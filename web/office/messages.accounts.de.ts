/** Texts of the page for one account. */
export const accountsDe = {
  'office.accounts.title': 'Konten',
  'office.accounts.lead': 'Ein Konto, wenn jemand anruft: mit dem ganzen Benutzernamen oder der ganzen E-Mail-Adresse.',
  'office.accounts.name': 'Benutzername oder E-Mail-Adresse',
  'office.accounts.find': 'Konto suchen',
  'office.accounts.none': 'Kein solches Konto',
  'office.accounts.noneText':
    'Bitte die Schreibweise prüfen: Gesucht wird nach dem ganzen Namen oder der ganzen Adresse.',
  'office.accounts.id': 'Kennung',
  'office.accounts.sessions':
    '{count, plural, =0 {Nirgends angemeldet} one {An einem Gerät angemeldet} other {An # Geräten angemeldet}}',
  'office.accounts.lastUsed': 'zuletzt benutzt {age}',
  'office.accounts.signOut': 'Überall abmelden',
  'office.accounts.signOutTitle': '{name} überall abmelden?',
  'office.accounts.signOutText':
    'Alle Sitzungen enden sofort, auch laufende Ansichten. Passwort und Zugriffsschlüssel bleiben. Dass Sie es waren, steht in der Historie des Kontos.',
  'office.accounts.signedOut': '{name} ist überall abgemeldet',
} as const;
