import type { Socket } from 'node:net';
import { renderProblem, ProblemError } from '../problem.js';
import type { HttpProblemCode } from '../problems/http.js';
import { newRequestId } from './request-context.js';

const codes: Readonly<Record<string, HttpProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
  HPE_HEADER_OVERFLOW: 'request.too-large',
};

/** What cannot even be read as HTTP, or takes too long to arrive: one short answer, then the connection ends. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const problem = new ProblemError(codes[error.code ?? ''] ?? 'request.malformed');
  const { status, body } = renderProblem(problem, { language: 'en', requestId: newRequestId() });
  const text = JSON.stringify(body);
  socket.end(
    `HTTP/1.1 ${status} ${reasons[status] ?? 'Bad Request'}\r\nConnection: close\r\n` +
      `Content-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
    () => socket.destroy(),
  );
}

const reasons: Readonly<Record<number, string>> = { 408: 'Request Timeout', 413: 'Content Too Large' };
