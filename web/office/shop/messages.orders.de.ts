/** Texts of orders in the office, and of money that does not fit. */
export const ordersDe = {
  'office.shop.forgotten': 'Kunde gelöscht',
  'office.orders.title': 'Zahlungen',
  'office.orders.lead':
    'Geld, das nicht zu seiner Bestellung passt und um das sich jemand kümmern muss. Zu spät oder doppelt Gezahltes geht von selbst zurück und steht nicht hier.',
  'office.orders.find': 'Bestellung suchen',
  'office.orders.findHelp': 'Bestellnummer, Rechnungsnummer, ganzer Benutzername oder ganze E-Mail-Adresse.',
  'office.orders.findNow': 'Suchen',
  'office.orders.backToOpen': 'Zurück zu den offenen Fällen',
  'office.orders.readOnly': 'Sie dürfen den Stand sehen. Klären dürfen Support und Administration.',
  'office.orders.none': 'Alles passt',
  'office.orders.noneText':
    'Sobald eine Zahlung eingeht, die nicht passt, oder eine Erstattung scheitert, steht sie hier.',
  'office.orders.notFound': 'Keine solche Bestellung',
  'office.orders.notFoundText': 'Bitte die ganze Nummer, den ganzen Benutzernamen oder die ganze Adresse eingeben.',
  'office.orders.placed': 'Bestellt',
  'office.orders.expires': 'Verfällt',
  'office.orders.total': 'Bestellung über',
  'office.orders.plants': 'Anlagen',
  'office.orders.mail': 'E-Mail',
  'office.matter.partial.title': 'Nur ein Teil ist eingegangen: {amount}',
  'office.matter.partial.text':
    'Bestellt wurde für {total}; die Bestellung ist: {status}. Es ist keine Lizenz erteilt.',
  'office.matter.partial.todo':
    'Mit dem Kunden klären, ob der Rest kommt. Sonst das Geld zurückgeben; eine offene Bestellung endet damit.',
  'office.matter.excess.title': 'Zu viel gezahlt: {amount}',
  'office.matter.excess.text': 'Die Bestellung über {total} ist bezahlt; darüber hinaus kam dieser Betrag.',
  'office.matter.excess.todo': 'Den überzähligen Betrag zurückgeben.',
  'office.matter.foreign.title': 'Fremde Zahlung: {amount}',
  'office.matter.foreign.text':
    'Die Zahlung ist in einer anderen Währung oder nennt eine andere Bestellung als diese über {total}.',
  'office.matter.foreign.todo':
    'In der Verwaltung des Zahlungsdienstes nachsehen und dort zurückgeben; danach hier festhalten.',
  'office.matter.refundRefused.title': 'Der Zahlungsdienst lehnt eine Erstattung ab: {amount}',
  'office.matter.refundRefused.text':
    'Er kennt die Zahlung nicht mehr, oder von ihr ist nichts mehr übrig. Der Kunde wartet auf sein Geld.',
  'office.matter.refundRefused.todo':
    'In der Verwaltung des Zahlungsdienstes nachsehen. Noch einmal versuchen, oder überweisen und hier festhalten.',
  'office.matter.chargeback.title': 'Die Bank hat eine Zahlung zurückgeholt: {amount}',
  'office.matter.chargeback.text':
    'Die Bestellung über {total} war bezahlt; ihre Lizenzen gelten, bis Sie entscheiden.',
  'office.matter.chargeback.todo':
    'Mit dem Kunden klären. Lizenzen behalten, wenn er anders zahlt oder die Bank irrt; sonst beenden.',
  'office.matter.of': '{provider}, {ref}, seit {when}',
  'office.matter.settled': 'Geklärt',
  'office.way.refund': 'Zurückgeben',
  'office.way.again': 'Noch einmal erstatten',
  'office.way.restReceived': 'Rest ist eingegangen',
  'office.way.keep': 'Lizenzen behalten',
  'office.way.end': 'Lizenzen beenden',
  'office.way.elsewhere': 'Anderswo geklärt',
  'office.way.refundText':
    '{amount} gehen auf dem Weg zurück, auf dem sie kamen. Wartet die Bestellung noch auf Zahlung, endet sie damit; der Kunde bekommt eine Mail.',
  'office.way.againText': 'Der Zahlungsdienst wird noch einmal um die Erstattung von {amount} gebeten.',
  'office.way.restReceivedText':
    'Zu den {amount} ist der Rest auf anderem Weg eingegangen, zum Beispiel per Überweisung. Die Bestellung gilt als bezahlt, und die Lizenzen werden sofort erteilt.',
  'office.way.keepText': 'Die Lizenzen gelten weiter, obwohl die Bank {amount} zurückgeholt hat.',
  'office.way.endText':
    'Die Lizenzen enden sofort. Ihr Restwert gilt bis zu {amount} als durch die Rückbelastung ausgezahlt; es bleibt kein Guthaben.',
  'office.way.elsewhereText':
    'Es geht um {amount}. Das Portal bewegt kein Geld; der Fall verschwindet aus der Liste, und was Sie schreiben, bleibt in der Historie der Bestellung.',
  'office.way.reason': 'Was wurde getan?',
  'office.way.reasonHelp': 'Bleibt für immer in der Historie: bitte ohne Namen.',
  'office.past.vat': 'Nachweis der USt-IdNr.',
  'office.past.vatChecked': '{id}: gültig, bestätigt durch {by} am {when}.',
  'office.past.vatCheckedAs': '{id}: gültig, bestätigt durch {by} am {when}, Vorgang {number}.',
  'office.past.vatAnswer': 'Antwort der Behörde im Wortlaut:',
  'office.plannedEnd.title': 'Gekündigt zum {day}',
  'office.plannedEnd.text': 'Bis dahin gilt die Lizenz weiter: {plants}',
  'office.plannedEnd.lift': 'Kündigung zurücknehmen',
  'office.plannedEnd.liftText':
    'Die Lizenz gilt weiter bis zu ihrem letzten Tag: {plants}. Der Kunde bekommt eine E-Mail; erstattet wird nichts.',
  'office.plannedEnd.why': 'Warum wird sie zurückgenommen?',
  'office.plannedEnd.isLifted': 'Zurückgenommen: Der Vertrag läuft weiter',
  'office.past.title': 'Was bisher geschah',
  'office.past.came': '{when}: {amount} kamen, {why}',
  'office.past.refund.asked': 'Erstattung von {amount} ist unterwegs ({why})',
  'office.past.refund.done': '{amount} wurden erstattet ({why})',
  'office.past.refund.refused': 'Erstattung von {amount} wurde abgelehnt ({why})',
  'office.past.restReceived': '{when}: Rest auf anderem Weg eingegangen: {reason}',
  'office.past.elsewhere': '{when}: anderswo geklärt: {reason}',
  'office.past.licence': 'Lizenz von {plant}',
  'office.difference.partial': 'weniger als bestellt',
  'office.difference.late': 'nach dem Ende der Bestellung',
  'office.difference.double': 'mehr als bestellt',
  'office.difference.foreign': 'in anderer Währung oder für eine andere Bestellung',
  'office.refund.withdrawal': 'Widerruf',
  'office.refund.cancellation': 'Bestellung beendet',
  'office.refund.late': 'zu spät gezahlt',
  'office.refund.double': 'zu viel gezahlt',
  'office.refund.credit': 'Guthaben',
} as const;
