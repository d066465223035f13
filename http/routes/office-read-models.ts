import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Db } from '../../adapters/database/port.js';
import type { FollowerStatus } from '../../projections/engine/followers.js';
import { cancelJob, jobsOf, latestJobs, requestJob, type RebuildJob as Job } from '../../projections/engine/jobs.js';
import type { ProjectionState, SlotState } from '../../projections/engine/states.js';
import { requireCaller } from '../caller.js';
import { ProblemError } from '../problem.js';
import { Problem, Uuid } from '../schemas/common.js';
import { ReadModelList, RebuildJob, RebuildJobList, RebuildWish } from '../schemas/read-models.js';

type OfficeReadModelsDeps = {
  readonly database: { readonly db: Db };
  readonly projectionStates: () => Promise<readonly ProjectionState[]>;
  readonly policies: { status(): Promise<readonly FollowerStatus[]> };
  /** How far positions of the log are apart, roughly. */
  readonly log: { readonly stride: bigint };
  readonly userNamesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

const path = '/api/v1/office/read-models';
const historyLength = 50;

/** The back office: how the read models stand, and what is to be done with them. A worker does it; this only asks. */
export function officeReadModelRoutes(deps: OfficeReadModelsDeps): FastifyPluginAsyncZod {
  async function asAnswers(jobs: readonly Job[]): Promise<readonly z.input<typeof RebuildJob>[]> {
    const names = await deps.userNamesOf([...new Set(jobs.map(({ requestedBy }) => requestedBy))]);
    return jobs.map((job) => answerOf(job, names.get(job.requestedBy) ?? null));
  }

  async function asAnswer(job: Job) {
    const [answer] = await asAnswers([job]);
    if (answer === undefined) throw new TypeError('one job has one answer');
    return answer;
  }

  async function requireReadModel(name: string): Promise<void> {
    const states = await deps.projectionStates();
    if (states.every((state) => state.name !== name)) throw new ProblemError('read-model.not-found');
  }

  return async (app) => {
    app.get(
      path,
      {
        config: { access: 'projections:read' },
        schema: {
          tags: ['Office'],
          summary: 'How the read models and policies stand',
          response: { 200: ReadModelList },
        },
      },
      async (_request, reply) => {
        const [states, policies, jobs] = await Promise.all([
          deps.projectionStates(),
          deps.policies.status(),
          latestJobs(deps.database.db),
        ]);
        const answers = await asAnswers([...jobs.values()]);
        const jobOf = new Map([...jobs.keys()].map((name, index) => [name, answers[index] ?? null]));
        const head = states[0]?.head ?? 0n;
        const lagEvents = (position: bigint) => Number((head > position ? head - position : 0n) / deps.log.stride);
        return reply.header('cache-control', 'no-store').send({
          head: String(head),
          items: states.map(({ name, version, live, ahead, next, previous }) => ({
            ...{ name, version, ahead, lagEvents: lagEvents(live?.position ?? 0n) },
            ...{ live: tablesOf(live), next: tablesOf(next), previous: tablesOf(previous) },
            job: jobOf.get(name) ?? null,
          })),
          policies: policies.map(({ name, position, failure, ahead }) => ({
            ...{ name, ahead, position: String(position), lagEvents: lagEvents(position) },
            failure: failure && { position: String(failure.position), reason: failure.reason },
          })),
          next: null,
        });
      },
    );

    app.get(
      `${path}/:name/jobs`,
      {
        config: { access: 'projections:read' },
        schema: {
          tags: ['Office'],
          summary: 'What was asked for to be done with a read model, the newest first',
          params: z.object({ name: z.string() }),
          response: { 200: RebuildJobList, 404: Problem },
        },
      },
      async (request, reply) => {
        await requireReadModel(request.params.name);
        const items = await asAnswers(await jobsOf(deps.database.db, request.params.name, historyLength));
        return reply.header('cache-control', 'no-store').send({ items: [...items], next: null });
      },
    );

    app.post(
      `${path}/:name/jobs`,
      {
        config: { access: 'projections:operate' },
        schema: {
          tags: ['Office'],
          summary: 'Rebuild, verify, roll back or drop old tables',
          description: 'A worker takes it within a second; the list shows how far it is.',
          params: z.object({ name: z.string() }),
          body: RebuildWish,
          response: { 202: RebuildJob, 409: Problem, 404: Problem },
        },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        await requireReadModel(request.params.name);
        const job = await requestJob(deps.database.db, {
          ...request.body,
          projection: request.params.name,
          requestedBy: accountId,
        });
        if (job === null) throw new ProblemError('read-model.job-open');
        return reply.code(202).send(await asAnswer(job));
      },
    );

    app.delete(
      `${path}/:name/jobs/:id`,
      {
        config: { access: 'projections:operate' },
        schema: {
          tags: ['Office'],
          summary: 'Stop what was asked for',
          description: 'What is under way ends at the next batch and keeps what it has built; the live tables stay.',
          params: z.object({ name: z.string(), id: Uuid }),
          response: { 202: RebuildJob },
        },
      },
      async (request, reply) => {
        const job = await cancelJob(deps.database.db, { projection: request.params.name, id: request.params.id });
        if (job === null) throw new ProblemError('read-model.job-not-found');
        return reply.code(202).send(await asAnswer(job));
      },
    );
  };
}

function tablesOf(state: SlotState | null) {
  if (state === null) return null;
  const { version, position, failure } = state;
  return {
    ...{ version, position: String(position) },
    failure: failure && { position: String(failure.position), reason: failure.reason },
  };
}

function answerOf(job: Job, requestedBy: string | null): z.input<typeof RebuildJob> {
  const { projection: _projection, requestedAt, startedAt, finishedAt, result, ...rest } = job;
  return {
    ...rest,
    requestedBy,
    requestedAt: requestedAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    result: result && {
      ...(result.report === undefined ? {} : { report: result.report }),
      ...(result.dropped === undefined ? {} : { dropped: [...result.dropped] }),
      ...(result.comparison === undefined
        ? {}
        : { comparison: result.comparison && { ...result.comparison, tables: [...result.comparison.tables] } }),
    },
  };
}
