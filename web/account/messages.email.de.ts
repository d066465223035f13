/** Texts of changing the e-mail address. */
export const emailDe = {
  'email.title': 'E-Mail-Adresse',
  'email.change': 'E-Mail-Adresse ändern',
  'email.changeText':
    'Wir schicken einen Link an die neue Adresse. Erst wenn er dort geöffnet wird, gilt sie; bis dahin bleibt alles wie es ist.',
  'email.new': 'Neue E-Mail-Adresse',
  'email.password': 'Ihr Passwort',
  'email.send': 'Link senden',
  'email.sent': 'Ein Link ist unterwegs an {email}',
  'email.waiting': '{email} wartet auf Bestätigung: Bitte den Link in der Mail dort öffnen.',
  'email.until': 'Der Link gilt bis {when}.',
  'email.cancel': 'Änderung zurücknehmen',
  'email.cancelled': 'Die Adresse bleibt, wie sie ist',
  'email.confirmTitle': 'Neue E-Mail-Adresse',
  'email.confirmText':
    'Mit einem Klick gilt die Adresse, an die wir diesen Link geschickt haben, für Ihr Konto. Auch die Anmeldung mit E-Mail-Adresse geht dann mit ihr.',
  'email.confirm': 'Neue Adresse bestätigen',
  'email.confirmed': 'Die neue Adresse gilt',
  'email.confirmedText': 'Die alte erhält eine letzte Nachricht von uns.',
  'email.toAccount': 'Zur Kontoseite',
} as const;
