import { ApiProblem, Unreachable } from './problem.js';
import type { Problem } from './types.js';

type RequestOptions = {
  /** JSON, or a form with files. */
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Revision the change rests on; the server refuses with 412 when somebody else was faster. */
  readonly revision?: string;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** What share of the body has been sent, 0 to 1. */
  readonly onProgress?: (share: number) => void;
};

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const base = '/api/v1';
const signedInKey = 'sitelink.signed-in';

/** Remembers that this browser has a session, so that visitors without one do not ask in vain. */
export const rememberSession = (signedIn: boolean): void =>
  signedIn ? localStorage.setItem(signedInKey, 'yes') : localStorage.removeItem(signedInKey);

/** Whether somebody has signed in here, and not out again; the server has the last word. */
export const hadSession = (): boolean => localStorage.getItem(signedInKey) === 'yes';

let onSessionEnd: () => void = () => undefined;
/** Called when a session ended and could not be renewed. */
export const whenSessionEnds = (listener: () => void): void => {
  onSessionEnd = listener;
};

let onDocumentsDue: () => Promise<boolean> = () => Promise.resolve(false);
/** Called when the server wants documents to be accepted first; says true once they are, and the call is repeated. */
export const whenDocumentsAreDue = (listener: () => Promise<boolean>): void => {
  onDocumentsDue = listener;
};

/**
 * One call of the API with the session cookie. Answers the parsed JSON (undefined for an empty answer); throws
 * `ApiProblem` or `Unreachable`. An expired session is renewed once, silently, and the call repeated.
 */
export async function request<Answer>(method: Method, path: string, options: RequestOptions = {}): Promise<Answer> {
  const text = await (await answered(method, path, options)).text();
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

/** As `request`, for a file; with the name that the server gives it. */
export async function requestFile(path: string): Promise<{ readonly name: string; readonly content: Blob }> {
  const response = await answered('GET', path, {});
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { name: name ?? 'download', content: await response.blob() };
}

/** As `request`, for a form with a file; tells what share of it has been sent. */
export async function upload<Answer>(
  path: string,
  body: FormData,
  onProgress: (share: number) => void,
): Promise<Answer> {
  const idempotencyKey = crypto.randomUUID();
  return (await (await answered('POST', path, { body, onProgress, idempotencyKey })).json()) as Answer;
}

async function answered(method: Method, path: string, options: RequestOptions): Promise<Response> {
  let response = await send(method, path, options);
  if (response.status === 401 && hadSession() && !path.startsWith('/sessions')) {
    if (await renewSession()) response = await send(method, path, options);
    if (response.status === 401) {
      rememberSession(false);
      onSessionEnd();
    }
  }
  if (response.ok) return response;
  const problem = await problemOf(response);
  const isConsentDue = problem instanceof ApiProblem && problem.code === 'documents.not-accepted';
  if (!isConsentDue || !(await onDocumentsDue())) throw problem;
  response = await send(method, path, options);
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const { body, query, revision, idempotencyKey, signal, onProgress } = options;
  // A form brings its own content type, with the boundary of its parts.
  const isForm = body instanceof FormData;
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': document.documentElement.lang,
    ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  };
  const url = `${base}${path}${queryText(query)}`;
  if (onProgress !== undefined && isForm) return sendWithProgress(url, headers, body, onProgress);
  try {
    return await fetch(url, {
      method,
      headers,
      credentials: 'same-origin',
      // Also closed days are asked for: a device that was away tells of them late.
      cache: 'no-cache',
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable('no answer', { cause: error });
  }
}

/** `fetch` does not tell how far it has come. */
function sendWithProgress(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: FormData,
  onProgress: (share: number) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', url);
    for (const [name, value] of Object.entries(headers)) sending.setRequestHeader(name, value);
    sending.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    sending.onload = () =>
      resolve(
        new Response(sending.responseText, {
          status: sending.status,
          headers: { 'content-type': sending.getResponseHeader('content-type') ?? '' },
        }),
      );
    sending.onerror = () => reject(new Unreachable('no answer'));
    sending.send(body);
  });
}

function queryText(query: RequestOptions['query']): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '');
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}

let renewing: Promise<boolean> | undefined;

/** Asks for new cookies; callers that come at the same time share one request, browser tabs take turns. */
function renewSession(): Promise<boolean> {
  renewing ??= takingTurns(async () => (await send('POST', '/sessions/refresh', { body: {} })).ok).finally(() => {
    renewing = undefined;
  });
  return renewing;
}

async function takingTurns(ask: () => Promise<boolean>): Promise<boolean> {
  return 'locks' in navigator ? navigator.locks.request('sitelink.renew', ask) : ask();
}

async function problemOf(response: Response): Promise<Error> {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const isProblem = response.headers.get('content-type')?.includes('json') === true;
  if (!isProblem) {
    if (response.status >= 502) return new Unreachable(`HTTP ${response.status}`);
    const title = `HTTP ${response.status}`;
    return new ApiProblem({ type: 'about:blank', title, status: response.status, code: 'http.unexpected' });
  }
  const problem = (await response.json()) as Problem;
  return new ApiProblem(problem, Number.isFinite(retryAfter) ? retryAfter : undefined);
}
