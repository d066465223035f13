/** The VAT id of a business, and who may use what. */
export const vatDe = {
  'vat.title': 'Umsatzsteuer-Identifikationsnummer',
  'vat.state.notNeeded': 'Nicht nötig',
  'vat.state.incomplete': 'Angaben fehlen',
  'vat.state.pending': 'Wird geprüft',
  'vat.state.valid': 'Gültig',
  'vat.state.differences': 'Angaben weichen ab',
  'vat.state.invalid': 'Nicht gültig',
  'vat.state.awaitingConfirmation': 'Wird bestätigt',
  'vat.state.confirmed': 'Bestätigt',
  'vat.text.notNeeded': 'Für dieses Konto ist keine USt-IdNr. zu prüfen.',
  'vat.text.incomplete':
    'Bevor die Nummer geprüft werden kann, müssen die unten markierten Angaben ergänzt oder berichtigt werden. Bis dahin stehen Monitoring und Online-Dienste nicht zur Verfügung.',
  'vat.text.pending':
    'Das Ergebnis der Prüfung steht noch aus. Sie müssen nichts tun; wir schreiben Ihnen, sobald es da ist.',
  'vat.text.valid': 'Die Nummer ist gültig. Monitoring und Online-Dienste stehen Ihnen offen.',
  'vat.text.differences':
    'Die Nummer ist gültig, aber die unten markierten Angaben stimmen nicht mit der Registrierung überein. Solange das so ist, ist kein Lizenzkauf möglich.',
  'vat.text.invalid':
    'Die Nummer konnte nicht bestätigt werden. Monitoring und Online-Dienste setzen eine gültige Nummer voraus; nach einer Korrektur prüfen wir sofort neu.',
  'vat.text.awaitingConfirmation':
    'Unternehmen außerhalb der EU bestätigen wir von Hand. Wir schreiben Ihnen, sobald das geschehen ist; danach stehen Monitoring und Online-Dienste offen.',
  'vat.text.confirmed': 'Wir haben Ihr Unternehmen bestätigt. Monitoring und Online-Dienste stehen Ihnen offen.',
  'vat.cause.night':
    'Der Dienst des Bundeszentralamts für Steuern ist nachts geschlossen, in der Regel von 23:00 bis 05:00 Uhr. Wir fragen gleich am Morgen.',
  'vat.cause.unavailable': 'Die zuständige Behörde oder der Mitgliedstaat ist gerade nicht erreichbar.',
  'vat.cause.busy': 'Die zuständige Behörde ist gerade überlastet.',
  'vat.cause.refused': 'Die Behörde nimmt unsere Anfragen zurzeit nicht an. Das liegt an uns; wir kümmern uns darum.',
  'vat.cause.notConfigured':
    'Die Prüfung ist auf diesem Portal noch nicht eingerichtet. Der Betreiber wird das nachholen.',
  'vat.nextAttempt': 'Nächster Versuch: {at} Uhr (deutsche Zeit)',
  'vat.checkedAt': 'Geprüft am {at} Uhr durch {by}.',
  'vat.by.VIES': 'VIES (Europäische Kommission)',
  'vat.by.BZST': 'das Bundeszentralamt für Steuern',
  'vat.simulated': 'Entwicklung: Diese Antwort kam von einem Simulator, nicht von einer Behörde.',
  'vat.edit': 'Angaben ändern',
  'vat.again': 'Erneut prüfen',
  'vat.askedAgain': 'In Ordnung. Höchstens alle zehn Minuten fragen wir neu an.',
  'vat.form': 'Unternehmensdaten',
  'vat.vatIdHelp': 'Mit Länderkürzel, zum Beispiel DE123456789.',
  'vat.save': 'Speichern und prüfen',
  'vat.saved': 'Gespeichert.',
  'vat.characters': 'Diese Zeichen nimmt die Prüfung nicht an: {characters}',
  'vat.spelling': '{label}, für die Prüfung',
  'vat.spellingHelp':
    'Unser Vorschlag ohne Umlaute und Sonderzeichen; bitte so, wie es im Register steht. Auf Rechnungen bleibt Ihre Schreibweise.',
  'vat.spellingWrong': "Nur Buchstaben ohne Umlaute, Ziffern, Leerzeichen und _ . , - '' ! ( ) [ ] – ; : & *",
  'abroad.title': 'Monitoring',
  'abroad.text':
    'Verbrauchern bieten wir das Monitoring derzeit nur in Deutschland an. Ihr Konto besteht weiter; Anlagen lassen sich damit nicht überwachen.',
  'abroad.before':
    'Gut zu wissen: Verbrauchern bieten wir das Monitoring derzeit nur in Deutschland an. Ein Konto können Sie trotzdem anlegen.',
  'abroad.beforePartners':
    'In Ihrem Land geht es über unsere Servicepartner: {names}. Der Partner kauft die Lizenz für Sie; in Ihrem Konto sehen Sie danach Ihre Anlage.',
  'abroad.beforeOthers': 'In Ihrem Land haben wir noch keine Servicepartner, die das für Sie übernehmen.',
  'abroad.partners': 'In Ihrem Land geht es über unsere Servicepartner',
  'abroad.ask': 'Bitten Sie einen der Servicepartner unten, Ihre Anlage zu betreuen.',
  'abroad.setUp': 'Er richtet die Anlage mit ihren Wechselrichtern im Portal ein und kauft die Lizenz für Sie.',
  'abroad.invited':
    'Er lädt Ihre Adresse {email} zu der Anlage ein. Sobald Sie annehmen, sehen Sie die Anlage hier in Ihrem Konto.',
  'abroad.served':
    'Ein Servicepartner betreut Ihre Anlage und kauft die Lizenzen für Sie. Sie sehen, was er für Sie betreut; eigene Anlagen lassen sich von Ihrem Land aus nicht hinzufügen.',
  'services.toAccount': 'Zu Ihrem Konto',
} as const;
