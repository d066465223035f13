import type { ProblemEntry } from './entry.js';

/** Problems of the door itself: requests that never reached a use case, and stores that did not answer. */
export const httpProblems = {
  'request.invalid': {
    status: 400,
    title: { de: 'Einige Angaben sind nicht gültig', en: 'Some fields are not valid' },
    detail: { de: 'Bitte die markierten Felder prüfen.', en: 'Please check the marked fields.' },
  },
  'request.query-invalid': {
    status: 400,
    title: { de: 'Ein Parameter der Adresse ist nicht gültig', en: 'A parameter of the address is not valid' },
  },
  'request.header-invalid': {
    status: 400,
    title: { de: 'Eine Kopfzeile der Anfrage ist nicht gültig', en: 'A header of the request is not valid' },
  },
  'request.json-malformed': {
    status: 400,
    title: { de: 'Der Inhalt ist kein gültiges JSON', en: 'The body is not valid JSON' },
  },
  'request.encoding-malformed': {
    status: 400,
    title: { de: 'Der Inhalt ist kein gültiges UTF-8', en: 'The body is not valid UTF-8' },
  },
  'request.characters-refused': {
    status: 400,
    title: {
      de: 'Der Text enthält Zeichen, die nicht gespeichert werden können',
      en: 'The text contains characters that cannot be stored',
    },
    detail: {
      de: 'Nullzeichen und einzelne Hälften von Zeichenpaaren (Surrogate) sind nicht erlaubt.',
      en: 'Null characters and unpaired surrogates are not allowed.',
    },
  },
  'request.malformed': {
    status: 400,
    title: { de: 'Die Anfrage ist nicht lesbar', en: 'The request cannot be read' },
  },
  'request.if-match-malformed': {
    status: 400,
    title: { de: 'If-Match ist nicht lesbar', en: 'If-Match cannot be read' },
    detail: {
      de: 'Erwartet wird das ETag der letzten Antwort, zum Beispiel "3".',
      en: 'Send the ETag of the last answer, for example "3".',
    },
  },
  'request.idempotency-key-reused': {
    status: 422,
    title: {
      de: 'Der Idempotency-Key wurde schon für etwas anderes benutzt',
      en: 'The Idempotency-Key was used for something else before',
    },
    detail: { de: 'Bitte einen neuen verwenden.', en: 'Please use a new one.' },
  },
  'request.not-found': {
    status: 404,
    title: { de: 'Das gibt es hier nicht', en: 'There is nothing here' },
    detail: {
      de: 'Die Adresse ist falsch, oder der Inhalt wurde entfernt.',
      en: 'The address is wrong, or the content was removed.',
    },
  },
  'request.gone': {
    status: 410,
    title: { de: 'Diese Adresse gibt es nicht mehr', en: 'This address is gone' },
    detail: {
      de: 'Was stattdessen zu tun ist, steht an der Adresse im Kopf „Link“ dieser Antwort.',
      en: 'What to do instead is told at the address in the “Link” header of this answer.',
    },
  },
  'request.method-not-allowed': {
    status: 405,
    title: { de: 'Diese Adresse kennt die Methode nicht', en: 'This address does not know the method' },
  },
  'request.timeout': {
    status: 408,
    title: { de: 'Die Anfrage kam zu langsam an', en: 'The request arrived too slowly' },
  },
  'request.too-large': {
    status: 413,
    title: { de: 'Der Inhalt ist zu groß', en: 'The body is too large' },
  },
  'request.content-type-unsupported': {
    status: 415,
    title: { de: 'Dieses Format wird nicht angenommen', en: 'This format is not accepted' },
    detail: { de: 'Bitte application/json in UTF-8 senden.', en: 'Please send application/json in UTF-8.' },
  },
  'request.rate-limited': {
    status: 429,
    title: { de: 'Zu viele Anfragen', en: 'Too many requests' },
    detail: { de: 'Bitte in Kürze noch einmal versuchen.', en: 'Please try again shortly.' },
  },
  'request.origin-refused': {
    status: 403,
    title: { de: 'Die Anfrage kam von einer fremden Seite', en: 'The request came from another site' },
    detail: {
      de: 'Änderungen sind nur von der eigenen Seite oder mit einem Zugriffstoken möglich.',
      en: 'Changes are possible only from our own pages or with an access token.',
    },
  },
  'session.required': {
    status: 401,
    title: { de: 'Bitte anmelden', en: 'Please sign in' },
    detail: {
      de: 'Die Anmeldung fehlt, ist abgelaufen oder wurde beendet.',
      en: 'There is no session, or it has expired or was ended.',
    },
    headers: { 'www-authenticate': 'Bearer' },
  },
  'demo.read-only': {
    status: 403,
    title: { de: 'In der Demonstration wird nichts geändert', en: 'Nothing is changed in the demonstration' },
    detail: {
      de: 'Sie können sich alles ansehen. Mit einem eigenen Konto richten Sie Ihre Anlagen ein.',
      en: 'You can look at everything. With an account of your own you set up your plants.',
    },
  },
  'demo.full': {
    status: 429,
    title: { de: 'Gerade sehen sich zu viele die Demonstration an', en: 'Too many are looking at the demonstration' },
    detail: {
      de: 'Die Werte aktualisieren sich hier gerade nicht von selbst. Bitte später noch einmal versuchen.',
      en: 'The values here do not update by themselves at the moment. Please try again later.',
    },
  },
  'access.denied': {
    status: 403,
    title: { de: 'Dafür fehlt Ihrem Konto die Berechtigung', en: 'Your account may not do this' },
    detail: {
      de: 'Die Rollen eines Kontos vergibt der Betreiber.',
      en: 'The operator gives roles to accounts.',
    },
  },
  'totp.set-up-required': {
    status: 403,
    title: { de: 'Dafür braucht es die Zwei-Faktor-Anmeldung', en: 'This needs two-factor sign-in' },
    detail: {
      de: 'Bitte auf der Kontoseite einrichten. Die Rollen Ihres Kontos wirken nur in Sitzungen mit zweitem Faktor.',
      en: 'Please set it up on the account page. The roles of your account work only in sessions with a second factor.',
    },
  },
  'totp.sign-in-required': {
    status: 403,
    title: { de: 'Dafür braucht es eine Sitzung mit zweitem Faktor', en: 'This needs a session with a second factor' },
    detail: {
      de: 'In dieser Sitzung wurde in den letzten 12 Stunden kein Code eingegeben. Bitte abmelden und mit Code neu anmelden.',
      en: 'No code was entered in this session within the last 12 hours. Please sign out, and sign in again with a code.',
    },
  },
  'revision.stale': {
    status: 412,
    title: { de: 'Die Daten wurden inzwischen geändert', en: 'The data has changed in the meantime' },
    detail: {
      de: 'Bitte neu laden und die Änderung noch einmal vornehmen.',
      en: 'Please reload and make the change again.',
    },
  },
  'revision.contended': {
    status: 409,
    title: { de: 'Mehrere Änderungen trafen gleichzeitig ein', en: 'Several changes arrived at the same time' },
    detail: { de: 'Bitte noch einmal versuchen.', en: 'Please try again.' },
  },
  'store.unavailable': {
    status: 503,
    title: { de: 'Der Speicher ist gerade nicht erreichbar', en: 'The store cannot be reached at the moment' },
    detail: {
      de: 'Bitte in einigen Sekunden noch einmal versuchen.',
      en: 'Please try again in a few seconds.',
    },
    headers: { 'retry-after': '5' },
  },
  internal: {
    status: 500,
    title: { de: 'Interner Fehler', en: 'Internal error' },
    detail: {
      de: 'Der Fehler ist aufgezeichnet. Bitte bei Rückfragen die Nummer der Anfrage nennen.',
      en: 'The error is recorded. Please quote the request id when you ask about it.',
    },
  },
} as const satisfies Record<string, ProblemEntry>;

export type HttpProblemCode = keyof typeof httpProblems;
