import type { AccountLanguage } from '../../../domain/account/person.js';
import type { PlantMailTemplate } from '../port.js';
import type { Letter } from '../templates/letter.js';
import {
  grantChanged,
  grantRevoked,
  invitation,
  invitationAccepted,
  invitationDeclined,
  thirdPartyLeft,
} from '../templates/sharing.js';
import { examplePlant, examplePortal, exampleSender } from './account-examples.js';
import type { Variants } from './port.js';

const facts = (language: AccountLanguage) => ({
  language,
  ...{ firstName: 'Anna', plantName: 'Solarhof Süd', sender: exampleSender },
  url: `${examplePortal}/plants/${examplePlant}`,
});

/** Every mail about a plant and its third parties. */
export const plantExamples: Readonly<Record<PlantMailTemplate, Variants<Letter>>> = {
  invitation: {
    '': (language) =>
      invitation({
        ...facts(language),
        ...{ ownerName: 'Anna Wirt', right: 'viewer', expiresAt: '2027-03-15T09:00:00Z' },
      }),
  },
  'invitation-accepted': {
    '': (language) => invitationAccepted({ ...facts(language), personName: 'Max Meier', right: 'manager' }),
  },
  'invitation-declined': { '': (language) => invitationDeclined(facts(language)) },
  'grant-changed': { '': (language) => grantChanged({ ...facts(language), right: 'manager' }) },
  'grant-revoked': { '': (language) => grantRevoked(facts(language)) },
  'third-party-left': {
    '': (language) => thirdPartyLeft({ ...facts(language), personName: 'Max Meier' }),
    'account gone': (language) => thirdPartyLeft({ ...facts(language), personName: null }),
  },
};
