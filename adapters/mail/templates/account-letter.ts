import type { AccountMailFacts } from './facts.js';
import { greetingOf, type Letter } from './letter.js';

/** What a letter says beside salutation, user name and sender. */
type Words = Pick<Letter, 'subject' | 'paragraphs' | 'button' | 'otherwise' | 'notes'>;

/** A letter to the owner of an account that names the account, in the owner's language. */
export function accountLetter(
  { language, firstName, userName, sender }: AccountMailFacts,
  words: Readonly<Record<Letter['language'], Words>>,
): Letter {
  const isGerman = language === 'de';
  return {
    ...words[language],
    language,
    greeting: greetingOf(language, firstName),
    facts: [{ label: isGerman ? 'Ihr Benutzername' : 'Your user name', value: userName }],
    sender,
  };
}
