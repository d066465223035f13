import { useQuery } from '@tanstack/react-query';
import type { WeatherScore } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Loading } from '../ui/surfaces.js';
import { Table } from '../ui/table.js';
import { getWeatherScores } from './api.js';

/** How far the weather forecasts were off, by how far ahead they looked: how much a promise of sun is worth. */
export function ForecastScores() {
  const text = useText();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['weather-scores'],
    queryFn: ({ signal }) => getWeatherScores(signal),
    select: ({ items }) => items,
  });
  const sources = [...new Set(data?.map(({ source }) => source))];
  return (
    <section className="card forecast">
      <h3>{text('plant.scores.title')}</h3>
      <p>{text('plant.scores.lead')}</p>
      {isPending && <Loading />}
      {error && !data && <LoadFailure error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <p className="secondary">{text('plant.scores.none')}</p>}
      {sources.map((source) => (
        <Scores key={source} source={source} scores={data?.filter((score) => score.source === source) ?? []} />
      ))}
    </section>
  );
}

function Scores({ source, scores }: { readonly source: string; readonly scores: readonly WeatherScore[] }) {
  const text = useText();
  const format = useFormat();
  const percent = (value: number | null) => (value === null ? '–' : format.inWords(format.percent(value / 100)));
  const bias = (value: number | null) => {
    if (value === null || Math.abs(value) < 0.5) return text('plant.scores.noBias');
    return text(value > 0 ? 'plant.scores.tooMuch' : 'plant.scores.tooLittle', { percent: percent(Math.abs(value)) });
  };
  const ahead = (horizonH: number) =>
    horizonH < 24
      ? text('plant.scores.hours', { count: horizonH })
      : text('plant.scores.days', { count: horizonH / 24 });
  return (
    <div>
      <h4>{source}</h4>
      <Table
        caption={text('plant.scores.of', { source })}
        rows={scores}
        rowKey={({ horizonH }) => `${horizonH}`}
        columns={[
          { key: 'ahead', head: text('plant.scores.ahead'), cell: ({ horizonH }) => ahead(horizonH) },
          {
            key: 'error',
            head: text('plant.scores.error'),
            cell: ({ meanAbsoluteErrorPercent }) => percent(meanAbsoluteErrorPercent),
            right: true,
          },
          { key: 'bias', head: text('plant.scores.bias'), cell: ({ meanErrorPercent }) => bias(meanErrorPercent) },
          { key: 'hours', head: text('plant.scores.compared'), cell: ({ hours }) => format.number(hours), right: true },
        ]}
      />
    </div>
  );
}
