import type { LegalText } from '../port.js';

export const privacyDe: LegalText = {
  title: 'Datenschutzerklärung',
  sections: [
    {
      heading: '1. Verantwortlicher',
      paragraphs: [
        'Verantwortlich für die Verarbeitung personenbezogener Daten im Portal SiteLink ist {operator}. Die Anschrift und die Wege, uns zu erreichen, stehen im Impressum.',
      ],
    },
    {
      heading: '2. Kurz gesagt',
      paragraphs: [
        'Wir verarbeiten nur, was das Portal braucht. Es gibt keine Werbung, keine Auswertung durch Dritte und keinen Verkauf von Daten. Personenbezogene Angaben in unserer Ereignishistorie sind je Person verschlüsselt; wird der Schlüssel vernichtet, sind sie für niemanden mehr lesbar.',
      ],
    },
    {
      heading: '3. Konto',
      paragraphs: [
        'Bei der Registrierung verarbeiten wir Benutzername, E-Mail-Adresse, Name, Anschrift, Land, Sprache und bei Unternehmen Firma, Rechtsform und Umsatzsteuer-Identifikationsnummer. Dazu kommt, welche Fassung der Nutzungsbedingungen und dieser Erklärung Sie wann angenommen haben.',
        'Rechtsgrundlage ist der Nutzungsvertrag (Art. 6 Abs. 1 Buchst. b DSGVO). Ohne diese Angaben können wir kein Konto führen.',
      ],
    },
    {
      heading: '4. Passwort und Anmeldung',
      paragraphs: [
        'Ihr Passwort speichern wir nur als Prüfwert (Argon2id), aus dem es sich nicht zurückrechnen lässt. Zu jeder Anmeldung speichern wir Beginn, letzte Nutzung, Ende und die Kennung des Browsers, damit Sie Ihre Sitzungen sehen und beenden können (Art. 6 Abs. 1 Buchst. b und f DSGVO).',
        'Beendete und abgelaufene Sitzungen löschen wir spätestens nach 90 Tagen.',
      ],
    },
    {
      heading: '5. Anlagen und Messwerte',
      paragraphs: [
        'Wir verarbeiten Standort und Eigenschaften Ihrer Anlagen, Seriennummern der Geräte und die Messwerte und Meldungen, die diese senden. Aus Erzeugungsdaten können sich Rückschlüsse auf einen Haushalt ergeben; wir behandeln sie deshalb als personenbezogen (Art. 6 Abs. 1 Buchst. b DSGVO).',
        'Daten von Geräten, die noch niemand hinzugefügt hat, werden höchstens 90 Tage aufbewahrt.',
      ],
    },
    {
      heading: '6. Öffentliche Anlagen',
      paragraphs: [
        'Nur wenn Sie eine Anlage als öffentlich kennzeichnen, zeigen wir Land, Postleitzahl, Ort, Leistung und Erträge für jedermann, und die Lage nicht genauer als die Postleitzahl. Diese Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO) können Sie jederzeit mit einem Klick widerrufen.',
      ],
    },
    {
      heading: '7. E-Mails',
      paragraphs: [
        'Wir schreiben Ihnen, wenn es für das Konto nötig ist (Bestätigung, Sicherheit, Verträge) oder wenn Sie es eingestellt haben (Alarme, Berichte). Werbung verschicken wir nicht. Unsere E-Mails enthalten keine Zählpixel.',
      ],
    },
    {
      heading: '8. Lizenzen, Rechnungen, Reparaturen',
      paragraphs: [
        'Bei einem Kauf oder einer Reparaturanfrage verarbeiten wir die Angaben dieses Vorgangs. Die Zahlung läuft auf der Seite des Zahlungsdienstleisters; Karten- und Kontodaten erreichen uns nicht.',
        'Rechnungen und Belege bewahren wir so lange auf, wie das Handels- und Steuerrecht es verlangt (Art. 6 Abs. 1 Buchst. c DSGVO), derzeit acht Jahre.',
      ],
    },
    {
      heading: '9. Cookies und Protokolle',
      paragraphs: [
        'Das Portal setzt nur Cookies, ohne die die Anmeldung nicht möglich ist: „sitelink_access“ und „sitelink_refresh“. Sie enthalten keine Angaben zu Ihnen, sind für Skripte nicht lesbar und werden bei der Abmeldung gelöscht. Einstellungen wie Sprache und Farbschema bleiben in Ihrem Browser.',
        'Technische Protokolle enthalten Zeitpunkt, Adresse der Seite, Ergebnis und eine Vorgangsnummer, aber keine Passwörter, Namen oder E-Mail-Adressen. IP-Adressen werden nur kurzzeitig im Arbeitsspeicher genutzt, um Angriffe zu bremsen.',
      ],
    },
    {
      heading: '10. Empfänger',
      paragraphs: [
        'Daten erhalten nur, wer sie für den Dienst braucht: unser Rechenzentrum, der Versender unserer E-Mails, bei einem Kauf der Zahlungsdienstleister, bei Unternehmen die Stellen zur Prüfung der Umsatzsteuer-Identifikationsnummer. Mit Auftragsverarbeitern bestehen Verträge nach Art. 28 DSGVO.',
        'Personen, denen Sie den Zugriff auf eine Anlage erlauben, sehen die Daten dieser Anlage. Eine Übermittlung in Länder außerhalb der EU findet nicht statt, es sei denn, Sie wohnen dort oder veranlassen sie.',
      ],
    },
    {
      heading: '11. Dauer',
      paragraphs: [
        'Wir speichern Ihre Daten, solange Ihr Konto besteht. Ein Konto, dessen E-Mail-Adresse nie bestätigt wurde, kann nach 30 Tagen gelöscht werden. Nach dem Ende des Kontos vernichten wir den Schlüssel zu Ihren personenbezogenen Angaben; Sicherungskopien laufen nach kurzer Frist ab.',
      ],
    },
    {
      heading: '12. Ihre Rechte',
      paragraphs: [
        'Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung, Übertragbarkeit und Widerspruch (Art. 15 bis 21 DSGVO). Eine Einwilligung können Sie jederzeit für die Zukunft widerrufen. Eine Nachricht an uns genügt.',
        'Sie können sich bei einer Datenschutz-Aufsichtsbehörde beschweren, zum Beispiel an Ihrem Wohnort.',
      ],
    },
    {
      heading: '13. Keine automatisierten Entscheidungen',
      paragraphs: [
        'Wir treffen keine Entscheidungen im Sinne von Art. 22 DSGVO und bilden keine Profile. Alarme und Berechnungen beziehen sich auf Anlagen, nicht auf Personen.',
      ],
    },
    {
      heading: '14. Änderungen',
      paragraphs: [
        'Ändert sich diese Erklärung, zeigen wir Ihnen die neue Fassung bei der nächsten Anmeldung und bitten um Ihre Kenntnisnahme. Frühere Fassungen bleiben abrufbar.',
      ],
    },
  ],
};
