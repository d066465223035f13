import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { loadPriceLists } from '../../commands/order/ask-quote.js';
import { publishPriceList } from '../../commands/licence/publish-price-list.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import { vatOn } from '../../domain/kernel/money.js';
import { legalDay } from '../../domain/licence/calendar.js';
import {
  demoPriceList,
  listedPriceLists,
  priceListOn,
  type PriceList as List,
} from '../../domain/licence/price-list.js';
import { standardRateOn } from '../../domain/order/vat-treatment.js';
import { pageFrom } from '../../projections/engine/page.js';
import { commandContext } from '../caller.js';
import { cursorKeys, cursorText } from '../cursor.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { pageOf, Problem, ShortPage } from '../schemas/common.js';
import { OfficePriceList, PriceList, PriceListBody } from '../schemas/licences.js';
import { money } from './licence-answers.js';

export type PriceRoutesDeps = { readonly log: EventLog; readonly clock: Clock };

/** What licences cost: for everybody the list in force, for the office every list and the next one. */
export function priceRoutes(deps: PriceRoutesDeps): FastifyPluginAsyncZod {
  const today = () => legalDay(deps.clock.now().toString());
  return async (app) => {
    app.get(
      '/api/v1/public/prices',
      {
        config: { access: 'public' },
        schema: { tags: ['Public'], summary: 'What a licence costs', response: { 200: PriceList } },
      },
      async () => listAnswer(priceListOn(await loadPriceLists(deps.log), today()), today()),
    );

    app.get(
      '/api/v1/office/price-lists',
      {
        config: { access: 'prices:publish' },
        schema: {
          tags: ['Office'],
          summary: 'Every price list, the newest first',
          querystring: z.strictObject(ShortPage),
          response: { 200: pageOf(OfficePriceList) },
        },
      },
      async (request) => {
        const { cursor, limit } = request.query;
        const [after = null] = cursorKeys(cursor, /^\d{1,9}$/) ?? [];
        const lists = listedPriceLists(await loadPriceLists(deps.log), today()).toReversed();
        const rest = lists.slice(lists.findIndex(({ version }) => version === after) + 1);
        const { items, next } = pageFrom(rest, limit, ({ version }) => version);
        return {
          items: items.map(({ state, until, publishedAt, ...list }) => ({
            ...listAnswer(list, today()),
            ...{ state, until, publishedAt },
          })),
          next: next === null ? null : cursorText([next]),
        };
      },
    );

    app.post(
      '/api/v1/office/price-lists',
      {
        config: { access: 'prices:publish' },
        schema: {
          tags: ['Office'],
          summary: 'Publish a price list, valid from a day on',
          body: PriceListBody,
          response: { 201: PriceList, 422: Problem },
        },
      },
      async (request, reply) => {
        const result = await publishPriceList(deps, request.body, commandContext(request));
        if (!result.ok) {
          const { rejection } = result;
          if (rejection.code !== 'price-list.not-ascending') throw rejectionProblem(rejection);
          const pointer = `/brackets/${rejection.index}/upToW`;
          throw new ProblemError(rejection.code, { errors: [{ pointer, code: rejection.code }] });
        }
        const published = result.state.at(-1) ?? demoPriceList;
        return reply.code(201).send(listAnswer(published, today()));
      },
    );
  };
}

function listAnswer(
  { version, validFrom, brackets }: Omit<List, 'publishedAt'>,
  today: string,
): z.infer<typeof PriceList> {
  const rate = standardRateOn(validFrom > today ? validFrom : today);
  const gross = (netCents: number) => money(netCents + vatOn(netCents, rate));
  return {
    version,
    validFrom,
    isExample: version === demoPriceList.version,
    vatRatePercent: rate / 100,
    brackets: brackets.map(({ upToW, net365Cents, net730Cents }) => ({
      upToW,
      net365: money(net365Cents),
      gross365: gross(net365Cents),
      net730: money(net730Cents),
      gross730: gross(net730Cents),
    })),
  };
}
