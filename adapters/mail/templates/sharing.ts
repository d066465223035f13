import type { Right } from '../../../domain/account/access.js';
import type { AccountLanguage } from '../../../domain/account/person.js';
import { legalTimeZone } from '../../../domain/kernel/time.js';
import { greetingOf, type Letter, type Sender } from './letter.js';
import { localeOf } from '../../locale.js';

type Facts = {
  readonly language: AccountLanguage;
  readonly plantName: string;
  readonly url: string;
  readonly sender: Sender;
};
type ToAccount = Facts & { readonly firstName: string };

type Words = Pick<Letter, 'subject' | 'paragraphs' | 'notes'> & { readonly button: string };
type InBoth = Readonly<Record<AccountLanguage, Words>>;

const rights: Readonly<Record<AccountLanguage, Readonly<Record<Right, string>>>> = {
  de: {
    viewer: 'Ansehen: alle Werte, Wechselrichter und Meldungen',
    manager: 'Verwalten: alles ansehen, Anlage und Wechselrichter bearbeiten',
  },
  en: {
    viewer: 'View: all values, inverters and messages',
    manager: 'Manage: view everything, edit the plant and its inverters',
  },
};

const labels = { de: { plant: 'Anlage', right: 'Recht' }, en: { plant: 'Plant', right: 'Right' } } as const;

function letterOf(facts: Facts, greeting: string, words: InBoth, right: Right | null = null): Letter {
  const { language, plantName, url, sender } = facts;
  const { button, ...rest } = words[language];
  return {
    ...rest,
    language,
    greeting,
    facts: [
      { label: labels[language].plant, value: plantName },
      ...(right === null ? [] : [{ label: labels[language].right, value: rights[language][right] }]),
    ],
    button: { label: button, url },
    sender,
  };
}

/** To an address that may have no account (A12). */
export function invitation(
  facts: Facts & {
    readonly ownerName: string;
    readonly right: Right;
    /** RFC 3339. */
    readonly expiresAt: string;
  },
): Letter {
  const { ownerName, expiresAt, language, right } = facts;
  const until = new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'long',
    timeZone: legalTimeZone,
  }).format(new Date(expiresAt));
  const words: InBoth = {
    de: {
      subject: `${ownerName} teilt eine Photovoltaik-Anlage mit Ihnen`,
      paragraphs: [
        `${ownerName} lädt Sie ein, im Portal SiteLink eine Photovoltaik-Anlage zu beobachten.`,
        'Dazu brauchen Sie ein Konto mit dieser E-Mail-Adresse. Wenn Sie noch keines haben, können Sie es auf der verlinkten Seite anlegen.',
      ],
      button: 'Einladung ansehen',
      notes: [
        `Die Einladung gilt bis zum ${until}.`,
        `Wenn Sie annehmen, sieht ${ownerName} Ihren Namen und diese E-Mail-Adresse. Sie können die Anlage jederzeit wieder verlassen.`,
        'Wenn Ihnen die Einladung nichts sagt, müssen Sie nichts tun.',
      ],
    },
    en: {
      subject: `${ownerName} shares a photovoltaic plant with you`,
      paragraphs: [
        `${ownerName} invites you to watch a photovoltaic plant in the SiteLink portal.`,
        'You need an account with this e-mail address. If you have none yet, you can make one on the page that the link leads to.',
      ],
      button: 'See the invitation',
      notes: [
        `The invitation is valid until ${until}.`,
        `If you accept, ${ownerName} sees your name and this e-mail address. You can leave the plant at any time.`,
        'If this means nothing to you, there is nothing to do.',
      ],
    },
  };
  return letterOf(facts, greetingOf(language, null), words, right);
}

/** To the owner. */
export function invitationAccepted(facts: ToAccount & { readonly personName: string; readonly right: Right }): Letter {
  const { personName, right } = facts;
  const words: InBoth = {
    de: {
      subject: `${personName} hat Ihre Einladung angenommen`,
      paragraphs: [`${personName} hat Ihre Einladung angenommen und sieht die Anlage ab jetzt.`],
      button: 'Zu den Freigaben',
      notes: ['Dort können Sie das Recht jederzeit ändern oder entziehen.'],
    },
    en: {
      subject: `${personName} has accepted your invitation`,
      paragraphs: [`${personName} has accepted your invitation and sees the plant from now on.`],
      button: 'Who it is shared with',
      notes: ['There you can change the right or take it away at any time.'],
    },
  };
  return letterOf(facts, greetingOf(facts.language, facts.firstName), words, right);
}

/** To the owner. */
export function invitationDeclined(facts: ToAccount): Letter {
  return letterOf(facts, greetingOf(facts.language, facts.firstName), {
    de: {
      subject: 'Ihre Einladung wurde abgelehnt',
      paragraphs: ['Jemand, den Sie zu Ihrer Anlage eingeladen hatten, hat abgelehnt. Wer, steht bei den Freigaben.'],
      button: 'Zu den Freigaben',
      notes: [],
    },
    en: {
      subject: 'Your invitation was declined',
      paragraphs: ['Somebody whom you had invited to your plant has declined. The page of the plant says who.'],
      button: 'Who it is shared with',
      notes: [],
    },
  });
}

/** To the owner; the name is null when the account is gone. */
export function thirdPartyLeft(facts: ToAccount & { readonly personName: string | null }): Letter {
  const { personName } = facts;
  return letterOf(facts, greetingOf(facts.language, facts.firstName), {
    de: {
      subject: 'Jemand sieht Ihre Anlage nicht mehr',
      paragraphs: [`${personName ?? 'eine Person, deren Konto gelöscht wurde,'} hat Ihre Anlage verlassen.`],
      button: 'Zu den Freigaben',
      notes: ['Sie müssen nichts tun. Bei Bedarf können Sie erneut einladen.'],
    },
    en: {
      subject: 'Somebody no longer sees your plant',
      paragraphs: [`${personName ?? 'Somebody whose account was erased'} has left your plant.`],
      button: 'Who it is shared with',
      notes: ['There is nothing to do. If need be, you can invite again.'],
    },
  });
}

/** To the third party. */
export function grantChanged(facts: ToAccount & { readonly right: Right }): Letter {
  const words: InBoth = {
    de: {
      subject: 'Ihr Recht an einer Anlage wurde geändert',
      paragraphs: ['Der Eigentümer einer Anlage, die mit Ihnen geteilt ist, hat Ihr Recht geändert.'],
      button: 'Zur Anlage',
      notes: [],
    },
    en: {
      subject: 'Your right to a plant was changed',
      paragraphs: ['The owner of a plant that is shared with you has changed your right.'],
      button: 'To the plant',
      notes: [],
    },
  };
  return letterOf(facts, greetingOf(facts.language, facts.firstName), words, facts.right);
}

/** To the third party. */
export function grantRevoked(facts: ToAccount): Letter {
  return letterOf(facts, greetingOf(facts.language, facts.firstName), {
    de: {
      subject: 'Eine Anlage ist nicht mehr mit Ihnen geteilt',
      paragraphs: ['die Freigabe einer Anlage für Sie ist beendet. Sie sehen die Anlage nicht mehr.'],
      button: 'Zu Ihren Anlagen',
      notes: ['Fragen dazu beantwortet der Eigentümer der Anlage.'],
    },
    en: {
      subject: 'A plant is no longer shared with you',
      paragraphs: ['A plant is no longer shared with you. You do not see it any more.'],
      button: 'To your plants',
      notes: ['The owner of the plant can answer questions about it.'],
    },
  });
}
