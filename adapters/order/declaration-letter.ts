import type { StoredDeclaration } from '../../commands/order/declare.js';
import { legalTimeZone } from '../../domain/kernel/time.js';
import { greetingOf, type Letter, type Sender } from '../mail/templates/letter.js';
import { dayText } from './texts.js';
import { localeOf } from '../locale.js';

const titles = {
  withdrawal: { de: 'Eingangsbestätigung Ihres Widerrufs', en: 'We have received your withdrawal' },
  ordinaryCancellation: { de: 'Eingangsbestätigung Ihrer Kündigung', en: 'We have received your cancellation' },
  extraordinaryCancellation: { de: 'Eingangsbestätigung Ihrer Kündigung', en: 'We have received your cancellation' },
} as const;

/** Acknowledges a declaration on a durable medium: what was declared, and when it reached us. */
export function declarationLetter(
  declaration: StoredDeclaration,
  { url, sender }: { readonly url: string; readonly sender: Sender },
): Letter {
  const { language, kind, name, contract, plant, email, reason, desiredEnd, receivedAt } = declaration;
  const isGerman = language === 'de';
  const row = (de: string, en: string, value: string | null) =>
    value === null || value === '' ? [] : [{ label: isGerman ? de : en, value }];
  return {
    language,
    subject: titles[kind][language],
    greeting: greetingOf(language, name),
    paragraphs: isGerman ? germanText(declaration) : englishText(declaration),
    facts: [
      ...row('Eingegangen', 'Received', momentText(receivedAt, language)),
      ...row('Erklärung', 'Declaration', kindText(kind, language)),
      ...row('Name', 'Name', name),
      ...row('Vertrag', 'Contract', contract),
      ...row('Nur für die Anlage', 'Only for the plant', plant),
      ...row('Grund', 'Reason', reason),
      ...row('Gewünschtes Ende', 'Desired end', desiredEnd === null ? null : dayText(desiredEnd, language)),
      ...row('E-Mail', 'E-mail', email),
    ],
    button: { label: isGerman ? 'Zum Portal' : 'Go to the portal', url },
    notes: [
      isGerman
        ? 'Bitte bewahren Sie diese Mail auf. Haben Sie nichts erklärt, können Sie sie löschen.'
        : 'Please keep this mail. If you have declared nothing, you may delete it.',
    ],
    sender,
  };
}

type Declared = Pick<StoredDeclaration, 'kind' | 'orderId' | 'plant'>;

function germanText({ kind, orderId, plant }: Declared): readonly string[] {
  if (kind === 'withdrawal') {
    return orderId !== null
      ? [
          `Ihr Widerruf ist wirksam. ${plant === null ? 'Der Vertrag ist damit beendet' : 'Für diese Anlage ist der Vertrag damit beendet, für die übrigen gilt er weiter'}; was Ihnen zusteht, erstatten wir innerhalb von 14 Tagen auf dem Weg, auf dem Sie bezahlt haben.`,
        ]
      : [
          'Ihr Widerruf ist eingegangen. Wir ordnen ihn dem Vertrag zu und melden uns; der Zeitpunkt des Eingangs bleibt maßgeblich.',
        ];
  }
  return kind === 'ordinaryCancellation'
    ? ['Ihre Kündigung ist eingegangen. Die Lizenz endet mit ihrem letzten Tag; sie verlängert sich nicht von selbst.']
    : ['Ihre außerordentliche Kündigung ist eingegangen. Wir prüfen sie und melden uns.'];
}

function englishText({ kind, orderId, plant }: Declared): readonly string[] {
  if (kind === 'withdrawal') {
    return orderId !== null
      ? [
          `Your withdrawal is effective. ${plant === null ? 'The contract is over with it' : 'The contract is over with it for this plant, and goes on for the others'}; we refund what is due within 14 days by the way you paid.`,
        ]
      : [
          'Your withdrawal has reached us. We match it to its contract and come back to you; the moment of its receipt stays decisive.',
        ];
  }
  return kind === 'ordinaryCancellation'
    ? ['Your cancellation has reached us. The licence ends with its last day; it does not renew itself.']
    : ['Your extraordinary cancellation has reached us. We examine it and come back to you.'];
}

function kindText(kind: StoredDeclaration['kind'], language: 'de' | 'en'): string {
  const isGerman = language === 'de';
  if (kind === 'withdrawal') return isGerman ? 'Widerruf des Vertrags' : 'Withdrawal from the contract';
  if (kind === 'ordinaryCancellation') return isGerman ? 'Ordentliche Kündigung' : 'Ordinary cancellation';
  return isGerman ? 'Außerordentliche Kündigung' : 'Extraordinary cancellation';
}

function momentText(at: string, language: 'de' | 'en'): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: legalTimeZone,
  }).format(Date.parse(at));
}
