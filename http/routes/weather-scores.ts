import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { SourceScore } from '../../adapters/weather/scores.js';
import { WeatherScoreList } from '../schemas/forecast.js';

type WeatherScoreDeps = { readonly weatherScores: () => Promise<readonly SourceScore[]> };

/** How far the weather forecasts of the last month were off, over all places that are asked for. */
export function weatherScoreRoutes({ weatherScores }: WeatherScoreDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/weather-scores',
      {
        config: { access: 'account' },
        schema: {
          tags: ['production'],
          summary: 'How far weather forecasts were off over 30 days, by how many hours ahead they were made',
          response: { 200: WeatherScoreList },
        },
      },
      async () => ({
        items: (await weatherScores()).map(({ source, horizonH, hours, meanErrorShare, meanAbsoluteErrorShare }) => ({
          ...{ source, horizonH, hours },
          meanErrorPercent: percent(meanErrorShare),
          meanAbsoluteErrorPercent: percent(meanAbsoluteErrorShare),
        })),
        next: null,
      }),
    );
  };
}

const percent = (share: number | null) => (share === null ? null : share * 100);
