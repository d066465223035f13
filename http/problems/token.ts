import type { ApiTokenRejection } from '../../commands/account/api-tokens.js';
import { longestTokenYears, maxApiTokens } from '../../domain/account/api-token.js';
import type { ProblemEntry } from './entry.js';

type TokenProblemCode =
  Extract<ApiTokenRejection['code'], `token.${string}`> | 'token.scope-missing' | 'token.plant-unknown';

/** Personal API tokens. */
export const tokenProblems = {
  'token.scope-missing': {
    status: 403,
    title: { de: 'Dieser Zugriffsschlüssel darf das nicht', en: 'This access token may not do that' },
    detail: {
      de: 'Es braucht einen Schlüssel mit dem Recht {scope}.',
      en: 'It takes a token with the scope {scope}.',
    },
  },
  'token.plant-unknown': {
    status: 422,
    title: { de: 'Diese Anlage gibt es nicht.', en: 'There is no such plant.' },
    pointer: '/plantIds',
  },
  'token.expiry-not-allowed': {
    status: 422,
    title: {
      de: `Bitte einen Zeitpunkt in der Zukunft wählen, höchstens ${longestTokenYears} Jahre von heute.`,
      en: `Please choose a time to come, at most ${longestTokenYears} years from today.`,
    },
    pointer: '/expiresAt',
  },
  'token.too-many': {
    status: 409,
    title: {
      de: `Mehr als ${maxApiTokens} Zugriffsschlüssel gehen nicht`,
      en: `There can be no more than ${maxApiTokens} access tokens`,
    },
    detail: {
      de: 'Bitte zuerst einen widerrufen, der nicht mehr gebraucht wird.',
      en: 'Please revoke one first that is not needed any more.',
    },
  },
  'token.shown-before': {
    status: 409,
    title: { de: 'Dieser Zugriffsschlüssel wurde schon gezeigt', en: 'This access token was shown before' },
    detail: {
      de: 'Er lässt sich kein zweites Mal anzeigen. Ist er verloren, bitte widerrufen und einen neuen anlegen.',
      en: 'It cannot be shown a second time. If it is lost, please revoke it and make a new one.',
    },
  },
  'token.not-found': {
    status: 404,
    title: { de: 'Diesen Zugriffsschlüssel gibt es nicht', en: 'There is no such access token' },
  },
} as const satisfies Record<TokenProblemCode, ProblemEntry>;
