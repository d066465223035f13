import type { AccountMailFacts } from './facts.js';
import { greetingOf, type Letter } from './letter.js';

/** Tells a business outside the EU that the operator has confirmed it (A9). */
export function businessConfirmed({ language, firstName, signInUrl, sender }: AccountMailFacts): Letter {
  if (language === 'de') {
    return {
      language,
      subject: 'Ihr Unternehmen ist bestätigt',
      greeting: greetingOf(language, firstName),
      paragraphs: ['wir haben Ihr Unternehmen bestätigt. Monitoring und Online-Dienste stehen Ihnen ab sofort offen.'],
      facts: [],
      button: { label: 'Anmelden', url: signInUrl },
      notes: [],
      sender,
    };
  }
  return {
    language,
    subject: 'Your business is confirmed',
    greeting: greetingOf(language, firstName),
    paragraphs: ['We have confirmed your business. Monitoring and online services are open to you from now on.'],
    facts: [],
    button: { label: 'Sign in', url: signInUrl },
    notes: [],
    sender,
  };
}
