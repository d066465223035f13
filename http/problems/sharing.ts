import { mayDo, type Action } from '../../domain/account/access.js';
import { plantLimits } from '../../domain/plant/commands.js';
import { invitationPeriod } from '../../domain/plant/sharing.js';
import type { SharingRejection } from '../../domain/plant/sharing-commands.js';
import type { ProblemEntry } from './entry.js';

const days = invitationPeriod.total('days');

/** Who may do what somebody without the right wanted to do. */
export function rightMissing(action: Action): NonNullable<ProblemEntry['detail']> {
  if (mayDo('manager', action) && !mayDo('owner', action)) {
    return {
      de: 'Verlassen kann eine Anlage nur, mit wem sie geteilt ist; der Eigentümer kann sie löschen.',
      en: 'Only those whom it is shared with can leave a plant; its owner can delete it.',
    };
  }
  return mayDo('manager', action)
    ? {
        de: 'Sie dürfen diese Anlage ansehen. Ändern dürfen sie der Eigentümer und wem er das Verwalten erlaubt.',
        en: 'You may look at this plant. Its owner may change it, and those whom the owner permits to manage it.',
      }
    : {
        de: 'Das darf nur der Eigentümer der Anlage.',
        en: 'Only the owner of the plant may do this.',
      };
}

/** Third parties of a plant, and invitations of them. */
export const sharingProblems = {
  'plant.too-many-third-parties': {
    status: 422,
    title: {
      de: `Eine Anlage lässt sich mit höchstens ${plantLimits.thirdParties} Personen teilen`,
      en: `A plant is shared with at most ${plantLimits.thirdParties} people`,
    },
    detail: {
      de: 'Offene Einladungen zählen mit. Bitte zuerst eine Freigabe oder Einladung beenden.',
      en: 'Open invitations count, too. Please end a right or an invitation first.',
    },
  },
  'invitation.exists': {
    status: 409,
    title: { de: 'Diese Adresse ist schon eingeladen', en: 'This address is invited already' },
    detail: {
      de: 'Die Einladung steht in der Liste. Von dort lässt sie sich noch einmal senden oder zurücknehmen.',
      en: 'The invitation is in the list. It can be sent again or taken back from there.',
    },
    pointer: '/email',
  },
  'invitation.own-address': {
    status: 422,
    title: { de: 'Das ist Ihre eigene Adresse', en: 'This is your own address' },
    pointer: '/email',
  },
  'invitation.not-found': {
    status: 404,
    title: { de: 'Diese Einladung gibt es nicht mehr', en: 'This invitation is no longer there' },
    detail: {
      de: 'Sie wurde angenommen, abgelehnt oder zurückgenommen.',
      en: 'It was accepted, declined or taken back.',
    },
  },
  'invitation.expired': {
    status: 410,
    title: { de: 'Diese Einladung ist abgelaufen', en: 'This invitation has expired' },
    detail: {
      de: `Sie galt ${days} Tage. Der Eigentümer der Anlage kann sie noch einmal senden.`,
      en: `It was valid for ${days} days. The owner of the plant can send it again.`,
    },
  },
  'invitation.too-soon': {
    status: 429,
    title: { de: 'Die Einladung wurde gerade erst gesendet', en: 'The invitation has only just been sent' },
    detail: { de: 'Bitte eine Minute warten.', en: 'Please wait a minute.' },
    headers: { 'retry-after': '60' },
  },
  'invitation.own-plant': {
    status: 409,
    title: { de: 'Das ist Ihre eigene Anlage', en: 'This is your own plant' },
  },
  'invitation.other-address': {
    status: 403,
    title: { de: 'Diese Einladung ging an eine andere Adresse', en: 'This invitation went to another address' },
    detail: {
      de: 'Bitte melden Sie sich mit dem Konto an, das die eingeladene E-Mail-Adresse hat, oder lassen Sie sich unter Ihrer Adresse neu einladen.',
      en: 'Please sign in with the account that has the invited e-mail address, or ask for an invitation to your address.',
    },
  },
  'invitation.link-invalid': {
    status: 404,
    title: { de: 'Dieser Link ist nicht vollständig', en: 'This link is not complete' },
    detail: {
      de: 'Bitte öffnen Sie ihn noch einmal aus der E-Mail.',
      en: 'Please open it once more from the mail.',
    },
  },
  'grant.exists': {
    status: 409,
    title: { de: 'Diese Person sieht die Anlage schon', en: 'This person sees the plant already' },
    detail: {
      de: 'Das Recht lässt sich in der Liste der Freigaben ändern.',
      en: 'The right can be changed in the list of those it is shared with.',
    },
    pointer: '/email',
  },
  'grant.not-found': {
    status: 404,
    title: { de: 'Diese Freigabe gibt es nicht mehr', en: 'This right is no longer there' },
  },
} as const satisfies Record<
  SharingRejection['code'] | 'invitation.other-address' | 'invitation.link-invalid',
  ProblemEntry
>;
