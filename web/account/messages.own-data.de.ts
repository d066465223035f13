/** Texts of the archive of own data and of the end of the account. */
export const ownDataDe = {
  'ownData.title': 'Ihre Daten',
  'ownData.text':
    'Alles, was das Portal über Sie und Ihre Anlagen gespeichert hat, in einem Archiv: Angaben, Anlagen, Ereignisse und alle Messwerte, als JSON und als Tabellen.',
  'ownData.ask': 'Archiv anfordern',
  'ownData.askAgain': 'Neues anfordern',
  'ownData.building': 'Das Archiv wird erstellt:',
  'ownData.mail': 'Sie müssen nicht warten: Sobald es fertig ist, bekommen Sie eine E-Mail.',
  'ownData.ready': 'Ihr Archiv liegt bereit: {size}, Stand {when}.',
  'ownData.until': 'Es bleibt bis {when} hier und lässt sich nur nach der Anmeldung abrufen.',
  'ownData.download': 'Herunterladen',
  'ownData.gone': 'Hier liegt kein Archiv: Jedes wird nach 7 Tagen gelöscht. Fordern Sie einfach ein neues an.',
  'ownData.failed': 'Das Archiv ließ sich nicht erstellen. Bitte versuchen Sie es noch einmal.',
  'erasure.title': 'Konto löschen',
  'erasure.text':
    'Mit dem Konto gehen alle Anlagen und Messwerte. Sie haben 14 Tage, um es sich anders zu überlegen; so lange bleibt alles, wie es ist.',
  'erasure.open': 'Konto löschen …',
  'erasure.confirmTitle': 'Konto löschen',
  'erasure.lost': 'In 14 Tagen löschen wir endgültig:',
  'erasure.lostPlants': 'alle Anlagen mit Tarifen, Testzeitraum und Lizenzen; ihre Wechselrichter werden frei',
  'erasure.lostValues': 'alle Messwerte und Meldungen dieser Anlagen',
  'erasure.lostAccess': 'Ihre Angaben, Anmeldungen und Zugriffsschlüssel',
  'erasure.kept':
    'Rechnungen bewahren wir auf, solange das Steuerrecht es verlangt, die Anschrift einer vereinbarten Reparatur, bis Ihr Gerät zurück und bezahlt ist. Möchten Sie Ihre Daten behalten, fordern Sie vorher das Archiv an.',
  'erasure.ask': 'Löschung beantragen',
  'erasure.asked': 'Die Löschung ist beantragt',
  'erasure.waiting': 'Ihr Konto wird am {when} gelöscht.',
  'erasure.notCancelled':
    'Das ging nicht. Ihr Konto wird weiter am {when} gelöscht; bitte versuchen Sie es noch einmal.',
  'erasure.waitingText':
    'Bis dahin bleibt alles, wie es ist. Danach lässt sich nichts wiederherstellen. Zurücknehmen lässt sich die Löschung oben auf jeder Seite.',
  'erasure.cancel': 'Löschung zurücknehmen',
  'erasure.cancelled': 'Ihr Konto bleibt bestehen',
} as const;
