import type { LegalText } from '../port.js';

export const termsDe: LegalText = {
  title: 'Nutzungsbedingungen',
  sections: [
    {
      heading: '1. Wer, was, für wen',
      paragraphs: [
        'Diese Nutzungsbedingungen gelten zwischen {operator} („Betreiber“, „wir“) und jeder Person oder jedem Unternehmen mit einem Konto im Portal SiteLink („Nutzer“, „Sie“).',
        'SiteLink ist ein Online-Portal für Photovoltaik-Wechselrichter der Marken AE, REFU und Siemens. Es empfängt die Daten der Geräte, zeigt die Erzeugung, meldet Störungen und nimmt Reparaturanfragen entgegen.',
        'Abweichende Bedingungen des Nutzers gelten nur, wenn wir ihnen in Textform zugestimmt haben.',
      ],
    },
    {
      heading: '2. Registrierung und Konto',
      paragraphs: [
        'Für die Nutzung ist ein Konto nötig. Es ist kostenlos. Bei der Registrierung wählen Sie einen Benutzernamen und ein Passwort und geben an, ob Sie Verbraucher oder Unternehmer sind. Die Angaben müssen richtig und vollständig sein und bleiben.',
        'Das Konto ist erst nutzbar, wenn Sie den Link in unserer E-Mail geöffnet haben. Der Link gilt 72 Stunden und nur einmal; er kann erneut angefordert werden.',
        'Ein Anspruch auf ein Konto besteht nicht.',
      ],
    },
    {
      heading: '3. Zugangsdaten',
      paragraphs: [
        'Halten Sie Ihr Passwort geheim und geben Sie es niemandem weiter. Wir fragen nie danach, auch nicht per E-Mail oder Telefon. Die Regeln für Passwörter stehen öffentlich im Portal.',
        'Wenn Sie den Verdacht haben, dass jemand anderes Ihr Konto nutzt, ändern Sie das Passwort und benachrichtigen Sie uns.',
      ],
    },
    {
      heading: '4. Anlagen und Geräte',
      paragraphs: [
        'Sie dürfen nur Anlagen und Wechselrichter hinzufügen, die Ihnen gehören oder für die Sie eine Erlaubnis des Eigentümers haben. Zum Nachweis dient der Aktivierungscode auf dem Gerät.',
        'Die Nennleistung der Anlage bestimmt den Preis der Lizenz. Angaben zu Geräten müssen deshalb stimmen; liefert ein Gerät andere Werte, gelten die des Geräts.',
      ],
    },
    {
      heading: '5. Testzeitraum und Lizenz',
      paragraphs: [
        'Mit der ersten Aktivierung eines Wechselrichters beginnt für die Anlage ein kostenloser Testzeitraum von 40 Tagen. Er endet von selbst; daraus entstehen keine Kosten.',
        'Danach ist für die Überwachung der Anlage eine Lizenz nötig. Preise und Laufzeiten stehen öffentlich im Portal. Eine Lizenz endet mit ihrer Laufzeit, ohne dass eine Kündigung nötig ist.',
        'Ohne gültige Lizenz bleiben Ihre Daten gespeichert, die Ansichten der Anlage sind aber gesperrt. Für den Kauf gelten zusätzlich die Bedingungen, die bei der Bestellung gezeigt werden.',
      ],
    },
    {
      heading: '6. Was das Portal leistet und was nicht',
      paragraphs: [
        'Das Portal zeigt die Werte, die Ihre Geräte senden. Die angezeigte Leistung ist ungefähr; sie ersetzt keinen geeichten Zähler und ist keine Grundlage für Abrechnungen.',
        'Meldungen über Störungen unterstützen Sie, ersetzen aber weder die Wartung der Anlage noch Schutz- und Sicherheitseinrichtungen. Für die Verbindung Ihrer Geräte zum Internet sind Sie verantwortlich.',
      ],
    },
    {
      heading: '7. Verfügbarkeit',
      paragraphs: [
        'Wir betreiben das Portal mit der Sorgfalt, die für einen solchen Dienst üblich ist. Wartung und Störungen können es zeitweise unerreichbar machen. Planbare Wartung legen wir möglichst in die Nachtstunden und kündigen sie im Portal an.',
        'Geräte, die uns nicht erreichen, senden ihre Daten später erneut; solche Werte werden nachträglich eingeordnet.',
      ],
    },
    {
      heading: '8. Ihre Daten',
      paragraphs: [
        'Die Messwerte Ihrer Anlagen gehören Ihnen. Sie räumen uns das Recht ein, sie zu speichern und zu verarbeiten, soweit das für den Dienst nötig ist. Sie können Ihre Daten jederzeit ausführen.',
        'Wenn Sie eine Anlage als „öffentlich“ kennzeichnen, zeigen wir Land, Postleitzahl, Ort, Leistung und Erträge für jedermann. Das lässt sich jederzeit mit sofortiger Wirkung abschalten. Wie wir mit personenbezogenen Daten umgehen, steht in der Datenschutzerklärung.',
      ],
    },
    {
      heading: '9. Zugriff für andere',
      paragraphs: [
        'Sie können anderen Nutzern erlauben, eine Anlage zu sehen oder zu verwalten. Diese Erlaubnis können Sie jederzeit zurücknehmen. Was die anderen in dieser Zeit tun, müssen Sie sich so weit zurechnen lassen, wie Sie es erlaubt haben.',
      ],
    },
    {
      heading: '10. Was nicht erlaubt ist',
      paragraphs: [
        'Nicht erlaubt sind: das Umgehen von Sperren und Lizenzen, das Senden erfundener Messwerte, Angriffe auf das Portal oder andere Nutzer, automatisierte Abfragen außerhalb der dokumentierten Schnittstellen und ihrer Grenzen sowie jede rechtswidrige Nutzung.',
        'Bei Verstößen können wir ein Konto sperren. Wir sagen Ihnen vorher Bescheid, wenn nicht Gefahr im Verzug ist, und heben die Sperre auf, sobald der Grund entfallen ist.',
      ],
    },
    {
      heading: '11. Haftung',
      paragraphs: [
        'Wir haften unbeschränkt für Vorsatz und grobe Fahrlässigkeit, für Schäden an Leben, Körper und Gesundheit, nach dem Produkthaftungsgesetz und im Umfang einer übernommenen Garantie.',
        'Bei leichter Fahrlässigkeit haften wir nur für die Verletzung von Pflichten, auf deren Einhaltung Sie vertrauen dürfen und die den Vertrag erst möglich machen, und nur bis zur Höhe des vertragstypischen, vorhersehbaren Schadens. Im Übrigen ist die Haftung ausgeschlossen.',
      ],
    },
    {
      heading: '12. Ende der Nutzung',
      paragraphs: [
        'Sie können Ihr Konto jederzeit und ohne Frist beenden. Wir können ein Konto ohne laufende Lizenz mit einer Frist von sechs Wochen kündigen. Das Recht beider Seiten zur Kündigung aus wichtigem Grund bleibt bestehen.',
        'Nach dem Ende löschen wir Ihre personenbezogenen Daten, soweit wir sie nicht nach dem Gesetz aufbewahren müssen, zum Beispiel für Rechnungen.',
      ],
    },
    {
      heading: '13. Änderungen',
      paragraphs: [
        'Neue Fassungen dieser Bedingungen zeigen wir Ihnen bei der nächsten Anmeldung. Sie gelten erst, wenn Sie zugestimmt haben. Ohne Zustimmung können Sie das Portal nicht weiter nutzen; bezahlte Lizenzen erstatten wir dann anteilig. Frühere Fassungen bleiben abrufbar.',
      ],
    },
    {
      heading: '14. Schlussbestimmungen',
      paragraphs: [
        'Es gilt deutsches Recht ohne das UN-Kaufrecht. Zwingende Vorschriften des Staates, in dem Sie als Verbraucher leben, bleiben unberührt. Gegenüber Kaufleuten ist Gerichtsstand der Sitz des Betreibers.',
        'An Streitbeilegungsverfahren vor einer Verbraucherschlichtungsstelle nehmen wir nicht teil. Sollte eine Bestimmung unwirksam sein, bleiben die übrigen wirksam.',
      ],
    },
  ],
};
