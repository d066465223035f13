import type { AccountEvent, AccountLanguage } from '../../domain/account/events.js';
import type { LicenceEvent } from '../../domain/licence/events.js';
import type { PlantEvent } from '../../domain/plant/events.js';

type EventType = (AccountEvent | PlantEvent | LicenceEvent)['type'];
type Words = Readonly<Record<AccountLanguage, string>>;

/** What happened, in a few words for the person whom it concerns. */
const words: Readonly<Partial<Record<EventType, Words>>> = {
  AccountRegistered: { de: 'Konto registriert', en: 'Account registered' },
  DocumentAccepted: { de: 'Dokument angenommen', en: 'Document accepted' },
  EmailValidated: { de: 'E-Mail-Adresse bestätigt', en: 'E-mail address confirmed' },
  ValidationMailRequested: { de: 'Bestätigungsmail erneut angefordert', en: 'Validation mail asked for again' },
  RegistrationRepeated: { de: 'Registrierung mit dieser Adresse versucht', en: 'Registration with this address tried' },
  RegistrationExpired: { de: 'Registrierung abgelaufen', en: 'Registration expired' },
  OperatorAccountCreated: { de: 'Konto vom Betreiber angelegt', en: 'Account made by the operator' },
  OperatorInvited: { de: 'Einladung des Betreibers verschickt', en: 'Invitation of the operator sent' },
  OperatorAccountActivated: {
    de: 'Konto mit erstem Passwort freigeschaltet',
    en: 'Account opened with a first password',
  },
  OperatorRoleGranted: { de: 'Rolle vergeben', en: 'Role granted' },
  OperatorRoleRevoked: { de: 'Rolle entzogen', en: 'Role taken back' },
  AccountDetailsCorrected: { de: 'Angaben berichtigt', en: 'Details corrected' },
  LatinSpellingGiven: { de: 'Schreibweise für die Prüfung angegeben', en: 'Spelling for the check given' },
  VatIdCheckRequested: { de: 'Prüfung der USt-IdNr. veranlasst', en: 'Check of the VAT id asked for' },
  VatIdCheckDeferred: { de: 'Prüfung der USt-IdNr. verschoben', en: 'Check of the VAT id deferred' },
  VatIdChecked: { de: 'USt-IdNr. geprüft', en: 'VAT id checked' },
  BusinessConfirmed: { de: 'Unternehmen vom Betreiber bestätigt', en: 'Business confirmed by the operator' },
  TotpEnabled: { de: 'Zweiter Faktor eingerichtet', en: 'Second factor set up' },
  TotpDisabled: { de: 'Zweiter Faktor abgeschaltet', en: 'Second factor switched off' },
  RecoveryCodeUsed: { de: 'Wiederherstellungscode benutzt', en: 'Recovery code used' },
  RecoveryCodesRenewed: { de: 'Wiederherstellungscodes erneuert', en: 'Recovery codes renewed' },
  ApiTokenCreated: { de: 'Zugriffsschlüssel angelegt', en: 'Access token made' },
  ApiTokenRevoked: { de: 'Zugriffsschlüssel widerrufen', en: 'Access token revoked' },
  PasswordChanged: { de: 'Passwort geändert', en: 'Password changed' },
  PasswordResetRequested: { de: 'Zurücksetzen des Passworts angefordert', en: 'Reset of the password asked for' },
  PasswordReset: { de: 'Passwort zurückgesetzt', en: 'Password reset' },
  EmailChangeRequested: { de: 'Andere E-Mail-Adresse angegeben', en: 'Another e-mail address given' },
  EmailChangeCancelled: { de: 'Änderung der E-Mail-Adresse zurückgenommen', en: 'Change of the address taken back' },
  EmailChanged: { de: 'E-Mail-Adresse geändert', en: 'E-mail address changed' },
  SessionsEnded: { de: 'Überall abgemeldet', en: 'Signed out everywhere' },
  AccountErasureRequested: { de: 'Löschung des Kontos beantragt', en: 'Erasure of the account asked for' },
  AccountErasureCancelled: { de: 'Löschung des Kontos zurückgenommen', en: 'Erasure of the account taken back' },
  AccountErased: { de: 'Konto gelöscht', en: 'Account erased' },
  PlantAdded: { de: 'Anlage angelegt', en: 'Plant added' },
  PlantChanged: { de: 'Anlage bearbeitet', en: 'Plant changed' },
  PlantRemoved: { de: 'Anlage entfernt', en: 'Plant removed' },
  SubplantAdded: { de: 'Teilanlage angelegt', en: 'Subplant added' },
  SubplantChanged: { de: 'Teilanlage bearbeitet', en: 'Subplant changed' },
  SubplantRemoved: { de: 'Teilanlage entfernt', en: 'Subplant removed' },
  InverterAdded: { de: 'Wechselrichter hinzugefügt', en: 'Inverter added' },
  InverterActivated: { de: 'Wechselrichter aktiviert', en: 'Inverter activated' },
  InverterClaimLapsed: { de: 'Anspruch auf das Gerät verfallen', en: 'Claim on the device lapsed' },
  InverterChanged: { de: 'Wechselrichter bearbeitet', en: 'Inverter changed' },
  InverterTypeDetermined: { de: 'Typ des Wechselrichters bestimmt', en: 'Type of the inverter determined' },
  InverterExchanged: { de: 'Wechselrichter getauscht', en: 'Inverter exchanged' },
  InverterRemoved: { de: 'Wechselrichter entfernt', en: 'Inverter removed' },
  NominalPowerChanged: { de: 'Nennleistung der Anlage geändert', en: 'Nominal power of the plant changed' },
  TrialEnded: { de: 'Testzeitraum beendet', en: 'Trial ended' },
  TrialStarted: { de: 'Testzeitraum begonnen', en: 'Trial started' },
  LicenceReserved: { de: 'Lizenz für eine Bestellung vorgemerkt', en: 'Licence reserved for an order' },
  LicenceReservationReleased: { de: 'Vormerkung aufgehoben', en: 'Reservation released' },
  LicenceGranted: { de: 'Lizenz erteilt', en: 'Licence granted' },
  LicenceRenewed: { de: 'Lizenz verlängert', en: 'Licence renewed' },
  LicenceMovedUp: { de: 'Lizenz vorgezogen', en: 'Licence moved up' },
  CapacityExcessAnnounced: { de: 'Überschreitung der Leistung angekündigt', en: 'Excess of power announced' },
  CapacityExcessLifted: { de: 'Ankündigung aufgehoben', en: 'Announcement lifted' },
  CapacityExceeded: { de: 'Lizenzierte Leistung überschritten', en: 'Licensed power exceeded' },
  LicenceEnded: { de: 'Lizenz beendet', en: 'Licence ended' },
  RemainingValueCredited: { de: 'Restwert gutgeschrieben', en: 'Remaining value credited' },
  CreditUsed: { de: 'Guthaben verrechnet', en: 'Credit set off' },
  CreditPaidOut: { de: 'Guthaben ausgezahlt', en: 'Credit paid out' },
  LicenceRevived: { de: 'Lizenz wieder in Kraft gesetzt', en: 'Licence revived' },
  LicenceSupplemented: { de: 'Lizenz nachberechnet', en: 'Licence supplemented' },
  LicenceReminderDue: { de: 'An das Ende erinnert', en: 'Reminded of the end' },
};

/** For a type without words of its own its name, in words. */
export function eventName(type: string, language: AccountLanguage): string {
  const known = (words as Readonly<Record<string, Words | undefined>>)[type]?.[language];
  return known ?? type.replaceAll(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
