import type { AccountLanguage } from '../../domain/account/person.js';
import type { LicencePeriod } from '../../domain/licence/state.js';
import type { LicenceStanding } from '../../domain/licence/summary.js';
import { dayText, periodText } from './texts.js';

/** When a licence that was bought gives its plant the right of use. */
export type GrantedLicence = LicencePeriod & Pick<LicenceStanding, 'follows'> & { readonly plantName: string };

/** `1. März 2027 bis 29. Februar 2028 (nach dem Testzeitraum)`. */
export function grantedText({ firstDay, lastDay, follows }: GrantedLicence, language: AccountLanguage): string {
  const after = {
    trial: { de: ' (nach dem Testzeitraum)', en: ' (after the trial)' },
    licence: { de: ' (nach der laufenden Lizenz)', en: ' (after the running licence)' },
  };
  return periodText(firstDay, lastDay, language) + (follows === null ? '' : after[follows][language]);
}

/** Subject and sentence of the order acceptance: whether one can begin at once, or from when on. */
export function acceptedWords(licences: readonly GrantedLicence[]) {
  const [first] = licences;
  if (first === undefined || licences.length > 1) return several(licences);
  const { firstDay, lastDay, follows } = first;
  if (follows === null) {
    return {
      de: {
        subject: 'Auftragsbestätigung: Ihre Lizenz ist freigeschaltet',
        sentence: `Ihre Lizenz ist freigeschaltet; sie gilt bis einschließlich ${dayText(lastDay, 'de')}.`,
      },
      en: {
        subject: 'Order acceptance: your licence is active',
        sentence: `Your licence is active, up to and including ${dayText(lastDay, 'en')}.`,
      },
    };
  }
  const [waitsFor, running] = {
    trial: [
      'sie schließt an den Testzeitraum an, von dem kein Tag verloren geht',
      'it follows the trial, of which no day is lost',
    ],
    licence: ['sie schließt lückenlos an die laufende Lizenz an', 'it follows the running licence without a gap'],
  }[follows] as [string, string];
  return {
    de: {
      subject: `Auftragsbestätigung: Ihre Lizenz beginnt am ${dayText(firstDay, 'de')}`,
      sentence: `Ihre Lizenz gilt vom ${dayText(firstDay, 'de')} bis zum ${dayText(lastDay, 'de')}; ${waitsFor}.`,
    },
    en: {
      subject: `Order acceptance: your licence begins on ${dayText(firstDay, 'en')}`,
      sentence: `Your licence runs from ${dayText(firstDay, 'en')} to ${dayText(lastDay, 'en')}; ${running}.`,
    },
  };
}

function several(licences: readonly GrantedLicence[]) {
  const areActive = licences.every(({ follows }) => follows === null);
  return {
    de: {
      subject: areActive
        ? 'Auftragsbestätigung: Ihre Lizenzen sind freigeschaltet'
        : 'Auftragsbestätigung: Ihre Lizenzen',
      sentence: 'Von wann bis wann jede Lizenz gilt, steht unten bei ihrer Anlage.',
    },
    en: {
      subject: areActive ? 'Order acceptance: your licences are active' : 'Order acceptance: your licences',
      sentence: 'From when to when each licence runs stands below with its plant.',
    },
  };
}
