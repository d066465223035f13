import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerBzst } from './bzst.js';
import { registersOf, type Answer, type AuthoritiesOptions, type Registers, type SeenQuestion } from './registers.js';
import { answerViesRest } from './vies-rest.js';
import { answerViesSoap } from './vies-soap.js';

/** What the next questions meet instead of an answer. */
export type Fault =
  | { readonly kind: 'vies'; readonly code: string }
  | { readonly kind: 'bzst'; readonly status: string; readonly httpStatus: number }
  /** A page for people, with a status that need not be an error. */
  | { readonly kind: 'maintenancePage'; readonly httpStatus: number }
  | { readonly kind: 'emptyBody'; readonly httpStatus: number }
  | { readonly kind: 'brokenDocument' }
  /** Takes the question and never answers. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'endless' };

/** The authorities for VAT ids, played over real HTTP. */
type Authorities = {
  /** `…/taxation_customs/vies/rest-api` */
  readonly viesRestUrl: string;
  /** `…/taxation_customs/vies/services/checkVatService` */
  readonly viesSoapUrl: string;
  /** `…/app` */
  readonly bzstUrl: string;
  readonly questions: readonly SeenQuestion[];
  /** From now on, or until null, all questions, or those about ids of one state, meet this. */
  inject(fault: Fault | null, state?: string): void;
  /** Questions wait until the promise is settled: a slow authority. */
  holdUntil(gate: Promise<unknown>): void;
  close(): Promise<void>;
};

const viesPath = '/taxation_customs/vies';
const maxQuestionBytes = 16 * 1024;
const keptQuestions = 200;

/**
 * Starts VIES (REST and SOAP) and the German tax office on a free port of this machine, over one register. For tests, and
 * as the marked stand-in of a development installation.
 */
export async function startAuthorities(options: AuthoritiesOptions = {}): Promise<Authorities> {
  const registers = registersOf(options);
  const questions: SeenQuestion[] = [];
  const faults = new Map<string, Fault>();
  const running = new Map<string, number>();
  let gate: Promise<unknown> = Promise.resolve();

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const question = { path: request.url ?? '', headers: request.headers, body };
    questions.push(question);
    if (questions.length > keptQuestions) questions.shift();
    const state = stateIn(question);
    const atWork = (running.get(state) ?? 0) + 1;
    running.set(state, atWork);
    try {
      await gate;
      const fault = faults.get(state) ?? faults.get('');
      if (fault !== undefined && misbehave(fault, response)) return;
      const isTooMany = atWork > registers.maxConcurrentPerState;
      const answer = route(question, registers, isTooMany ? { kind: 'vies', code: 'MS_MAX_CONCURRENT_REQ' } : fault);
      response.writeHead(answer.status, { 'content-type': answer.type, ...answer.headers }).end(answer.body);
    } finally {
      running.set(state, (running.get(state) ?? 1) - 1);
    }
  }

  const server = createServer((request, response) => {
    // The question was broken off or is no HTTP: the asker sees a connection that ends, as with the real ones.
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    viesRestUrl: `${base}${viesPath}/rest-api`,
    viesSoapUrl: `${base}${viesPath}/services/checkVatService`,
    bzstUrl: `${base}/app`,
    questions,
    inject(fault, state = '') {
      if (fault === null) faults.delete(state);
      else faults.set(state, fault);
    },
    // However the promise ends, the hold is over.
    holdUntil: (promise) => void (gate = promise.catch(() => undefined)),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function route(question: SeenQuestion, registers: Registers, fault: Fault | undefined): Answer {
  const { path } = question;
  const code = fault?.kind === 'vies' ? fault.code : null;
  if (path.startsWith(`${viesPath}/rest-api/`)) {
    return answerViesRest({ ...question, path: path.slice(`${viesPath}/rest-api`.length) }, registers, code);
  }
  if (path.startsWith(`${viesPath}/services/checkVat`)) return answerViesSoap(question, registers, code);
  if (path.startsWith('/app/v1/')) {
    return answerBzst(
      { ...question, path: path.slice('/app/v1'.length) },
      registers,
      fault?.kind === 'bzst' ? fault : null,
    );
  }
  return { status: 404, type: 'text/html; charset=utf-8', body: '<h1>Not Found</h1>' };
}

/** Whether the fault has dealt with the question: those of the authorities' own words are left to them. */
function misbehave(fault: Fault, response: ServerResponse): boolean {
  switch (fault.kind) {
    case 'vies':
    case 'bzst':
      return false;
    case 'maintenancePage':
      response
        .writeHead(fault.httpStatus, { 'content-type': 'text/html; charset=utf-8' })
        .end('<!doctype html><title>Wartung</title><h1>Wartungsarbeiten</h1>');
      return true;
    case 'emptyBody':
      response.writeHead(fault.httpStatus).end();
      return true;
    case 'brokenDocument':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"valid":tr');
      return true;
    case 'silence':
      return true;
    case 'dropped':
      response.destroy();
      return true;
    case 'endless':
      response.writeHead(200, { 'content-type': 'application/json' });
      pour(response);
      return true;
  }
}

/** Writes blanks as fast as they are taken, until the other side has had enough. */
function pour(response: ServerResponse): void {
  const blanks = Buffer.alloc(64 * 1024, ' ');
  const more = () => {
    while (!response.destroyed && response.write(blanks));
  };
  response.on('drain', more);
  response.on('error', () => response.destroy());
  more();
}

/** Of what state the id is that a question is about; empty when it names none. */
function stateIn({ body }: SeenQuestion): string {
  const vies = /countryCode"?[>:\s"]+([A-Z]{2})/.exec(body)?.[1];
  return vies ?? /"angefragteUstid"\s*:\s*"([A-Z]{2})/.exec(body)?.[1] ?? '';
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxQuestionBytes) throw new RangeError('the question is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
