import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { loadRepairPriceLists, publishRepairPriceList } from '../../commands/repair/price-lists.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import { legalDay } from '../../domain/licence/calendar.js';
import { demoRepairPriceList, repairPriceListOn } from '../../domain/repair/price-list.js';
import { commandContext } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { OfficeRepairPriceLists, RepairPriceListBody, RepairPrices } from '../schemas/repairs.js';
import { repairPricesAnswer } from './repair-answers.js';

type RepairPricesDeps = { readonly log: EventLog; readonly clock: Clock };

/** What repairs cost: for everybody the list in force (H5), for the office every list and the next one. */
export function repairPriceRoutes(deps: RepairPricesDeps): FastifyPluginAsyncZod {
  const today = () => legalDay(deps.clock.now().toString());
  return async (app) => {
    app.get(
      '/api/v1/public/repair-prices',
      {
        config: { access: 'public' },
        schema: { tags: ['Public'], summary: 'What a repair costs', response: { 200: RepairPrices } },
      },
      async () => repairPricesAnswer(repairPriceListOn(await loadRepairPriceLists(deps.log), today()), today()),
    );

    app.get(
      '/api/v1/office/repair-price-lists',
      {
        config: { access: 'prices:publish' },
        schema: {
          tags: ['Office'],
          summary: 'Every price list for repairs, the newest first',
          response: { 200: OfficeRepairPriceLists },
        },
      },
      async () => {
        const lists = [demoRepairPriceList, ...(await loadRepairPriceLists(deps.log))];
        return { items: lists.toReversed().map((list) => repairPricesAnswer(list, today())), next: null };
      },
    );

    app.post(
      '/api/v1/office/repair-price-lists',
      {
        config: { access: 'prices:publish' },
        schema: {
          tags: ['Office'],
          summary: 'Publish a price list for repairs, valid from a day on',
          body: RepairPriceListBody,
          response: { 201: RepairPrices, 422: Problem },
        },
      },
      async (request, reply) => {
        const result = await publishRepairPriceList(deps, request.body, commandContext(request));
        if (!result.ok) {
          const { rejection } = result;
          if (rejection.code !== 'repair-price-list.code-twice') throw rejectionProblem(rejection);
          const pointer = `/items/${rejection.index}/code`;
          throw new ProblemError(rejection.code, { errors: [{ pointer, code: rejection.code }] });
        }
        return reply.code(201).send(repairPricesAnswer(result.state.at(-1) ?? demoRepairPriceList, today()));
      },
    );
  };
}
