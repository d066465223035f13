/** Texts of the licence of a plant: its history, its balance, and the question before an extension. */
export const licenceDe = {
  'shop.licences': 'Lizenzen',
  'shop.balanceText': 'Es wird beim nächsten Kauf von selbst angerechnet, oder Sie lassen es sich auszahlen.',
  'shop.payOut': 'Guthaben auszahlen',
  'shop.payOutText':
    '{amount} gehen auf dem Weg zurück, auf dem Sie bezahlt haben, und werden dann bei einem Kauf nicht mehr angerechnet.',
  'shop.payOutConfirm': '{amount} jetzt auszahlen',
  'shop.payOutDone': '{amount} sind auf dem Weg zu Ihnen.',
  'shop.whatIf': 'Was würde eine Erweiterung kosten?',
  'shop.whatIfText':
    'Fragen Sie vor dem Einbau. Gerechnet wird wie bei einer Bestellung von heute; es ändert sich nichts.',
  'shop.whatIfCount': 'Zusätzliche Wechselrichter',
  'shop.whatIfType': 'Typ',
  'shop.whatIfPower': 'Die Anlage hätte {after} statt {before}.',
  'shop.whatIfCovered': 'Ihre Lizenz deckt diese Leistung. Die Erweiterung kostet nichts.',
  'shop.whatIfDates':
    'Mit einer Erweiterung am {today} endet die laufende Lizenz an diesem Tag statt am {until}; die neue gilt vom {first} bis {last}, auch wenn Sie sie später kaufen.',
  'shop.whatIfNote': 'Der Restwert sinkt mit jedem Tag; verbindlich ist die Zusammenfassung bei der Bestellung.',
  'shop.supplement': 'Nachberechnung',
  'shop.supplementTitle': 'Nachberechnung vom {day}',
  'shop.supplementText':
    'Die Anlage hat seit dem {since} eine Nennleistung von {power}; angegeben waren {stated}. Hier wird berechnet, was die Lizenz für die tatsächliche Leistung mehr kostet.',
  'shop.supplementEvidence': 'Nachweis: {evidence}',
  'shop.supplementDue': 'Bitte bezahlen Sie bis zum {day}.',
  'shop.supplementPaid': 'Bezahlt. Die Lizenz deckt jetzt die tatsächliche Leistung.',
  'shop.supplementDropped': 'Der Betreiber hat diese Nachberechnung zurückgenommen. Sie müssen nichts bezahlen.',
  'shop.refunding': 'Erstattung unterwegs',
  'shop.chargedBack':
    'Ihre Bank hat {amount} zurückgeholt. Die Lizenz gilt vorerst weiter; unser Service meldet sich bei Ihnen.',

  'history.title': 'Verlauf',
  'history.empty': 'Noch nichts geschehen.',
  'history.consistent': 'Jeder Restwert wurde eben nachgerechnet und stimmt mit dem gespeicherten überein.',
  'history.inconsistent':
    'Ein Restwert stimmt nicht mit dem gespeicherten überein. Bitte wenden Sie sich an den Service.',
  'history.formula': 'Rechnung in Cent: {formula}',
  'history.by.you': 'durch Sie',
  'history.by.operator': 'durch den Betreiber',
  'history.by.sitelink': 'von selbst',
  'history.TrialStarted': 'Testzeitraum begonnen: {first} bis {last}',
  'history.TrialEnded': 'Testzeitraum beendet',
  'history.LicenceReserved': 'Für eine Bestellung vorgemerkt',
  'history.LicenceReservationReleased': 'Vormerkung aufgehoben: Die Bestellung wurde nicht bezahlt',
  'history.LicenceGranted': 'Lizenz für {days} Tage bis {power} erteilt: {first} bis {last}',
  'history.LicenceRenewed': 'Nächste Lizenz für {days} Tage bis {power} erteilt: {first} bis {last}',
  'history.LicenceMovedUp': 'Nächste Lizenz vorgezogen: {first} bis {last}',
  'history.CapacityExcessAnnounced':
    'Angekündigt: Mit einem Wechselrichter unbekannten Typs hat die Anlage {power}; das zählt ab {when}',
  'history.CapacityExcessLifted': 'Ankündigung aufgehoben: Die Anlage hat {power}',
  'history.CapacityExceeded': 'Nennleistung auf {power} gestiegen, mehr als lizenziert',
  'history.LicenceEnded.expired': 'Lizenz abgelaufen: alle {used} Tage genutzt',
  'history.LicenceEnded.exceeded':
    'Lizenz durch die Erweiterung beendet: {used, plural, one {# Tag} other {# Tage}} genutzt',
  'history.LicenceEnded.withdrawn': 'Lizenz widerrufen: {used, plural, one {# Tag} other {# Tage}} genutzt',
  'history.LicenceEnded.cancelled': 'Lizenz beendet: {used, plural, one {# Tag} other {# Tage}} genutzt',
  'history.RemainingValueCredited': 'Restwert gutgeschrieben',
  'history.CreditUsed': 'Guthaben mit einer Bestellung verrechnet',
  'history.PayOutRequested': 'Auszahlung des Guthabens verlangt',
  'history.CreditPaidOut': 'Guthaben ausgezahlt',
  'history.LicenceRevived': 'Lizenz wieder in Kraft: {first} bis {last}. Grund: {reason}',
  'history.LicenceSupplemented': 'Nachberechnung bezahlt: Die Lizenz deckt jetzt {power}',
  'history.LicenceReminderDue': 'An das Ende am {last} erinnert',
} as const;
