import './chart-builder.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Overview } from '../api/types.js';
import { KeptViews } from '../forms/kept-views.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { saveFile } from '../ui/save-file.js';
import { Segmented } from '../ui/segmented.js';
import { Loading } from '../ui/surfaces.js';
import { getLinesFile, keepChartViews, type LinesRequest } from './api.js';
import { BuiltChart } from './built-chart.js';
import { linesText, readLines, resolutions, spans, type ChartSearch } from './chart-lines.js';
import { ChosenLines } from './chosen-lines.js';
import { DateStepper } from './date-stepper.js';
import { chartViewsQuery, useOverview, usePlant } from './queries.js';
import { rangeOf } from './ranges.js';
import { SubPage } from './sub-page.js';

type SearchProps = { readonly search: ChartSearch; readonly onSearch: (search: ChartSearch) => void };

/** Any metrics of the plant and its parts in one chart; what is chosen stands in the address line. */
export function ChartBuilder({ plantId, ...props }: SearchProps & { readonly plantId: string }) {
  const text = useText();
  const overview = useOverview(plantId);
  const subplants = usePlant(plantId).data?.subplants;
  return (
    <SubPage plantId={plantId} title={text('plant.chart.title')}>
      {overview.error && !overview.data && (
        <div className="card">
          <LoadFailure error={overview.error} retry={() => void overview.refetch()} />
        </div>
      )}
      {overview.data && subplants ? (
        <Builder overview={overview.data} subplants={subplants} {...props} />
      ) : (
        overview.error === null && <Loading />
      )}
    </SubPage>
  );
}

type BuilderProps = SearchProps & {
  readonly overview: Overview;
  readonly subplants: readonly { readonly id: string; readonly name: string }[];
};

function Builder({ overview, subplants, search, onSearch }: BuilderProps) {
  const text = useText();
  const { plantId, today, inverters } = overview;
  const span = search.span ?? 'day';
  const date = search.date !== undefined && search.date <= today ? search.date : today;
  const parts = [...subplants, ...inverters].map(({ id, name }) => ({ id, name }));
  const lines = readLines(search.lines, new Set(parts.map(({ id }) => id)));
  const wanted: LinesRequest = { lines: linesText(lines), ...rangeOf(span, date), resolution: resolutions[span] };
  const change = (next: ChartSearch) => onSearch({ ...search, ...next });
  return (
    <>
      <div className="sub-head">
        <h2>{text('plant.chart.title')}</h2>
        <Segmented
          label={text('plant.view')}
          value={span}
          options={spans.map((value) => ({ value, label: text(`plant.chart.span.${value}`) }))}
          onChange={(next) => change({ span: next })}
        />
        <DateStepper
          view={span}
          date={date}
          today={today}
          onDate={(day) => change({ date: day >= today ? undefined : day })}
        />
      </div>
      <KeptCharts plantId={plantId} search={{ ...search, lines: wanted.lines }} span={span} onSearch={onSearch} />
      <ChosenLines lines={lines} parts={parts} onLines={(next) => change({ lines: linesText(next) })} />
      <BuiltChart overview={overview} wanted={wanted} lines={lines} parts={parts} isDay={span === 'day'} />
      {lines.length > 0 && <Files plantId={plantId} wanted={wanted} />}
    </>
  );
}

function KeptCharts({
  plantId,
  search,
  span,
  onSearch,
}: SearchProps & { readonly plantId: string; readonly span: (typeof spans)[number] }) {
  const text = useText();
  const client = useQueryClient();
  const all = useQuery(chartViewsQuery).data ?? [];
  const keep = useMutation({
    mutationFn: keepChartViews,
    onSuccess: ({ items }) => client.setQueryData(chartViewsQuery.queryKey, items),
  });
  const views = all.filter((view) => view.plantId === plantId);
  const lines = search.lines ?? '';
  const current = views.find((view) => view.lines === lines && view.span === span);
  return (
    <>
      <KeptViews
        label={text('plant.chart.kept')}
        views={views}
        current={current}
        isKeepable={current === undefined && lines !== ''}
        onOpen={(view) => onSearch(view === undefined ? {} : { lines: view.lines, span: view.span })}
        onForget={(view) => keep.mutate(all.filter((one) => one !== view))}
        onKeep={async (name) => void (await keep.mutateAsync([...all, { name, plantId, span, lines }]))}
      />
      {keep.error && <LoadFailure error={keep.error} />}
    </>
  );
}

/** What is on the screen, as a file. */
function Files({ plantId, wanted }: { readonly plantId: string; readonly wanted: LinesRequest }) {
  const text = useText();
  const { language } = useFormat();
  const load = useMutation({
    mutationFn: async (kind: 'csv' | 'xlsx') =>
      saveFile(await getLinesFile(plantId, kind, wanted, language === 'de' ? 'comma' : 'point')),
  });
  return (
    <p className="row chart-files">
      {(['xlsx', 'csv'] as const).map((kind) => (
        <Button
          key={kind}
          icon="download"
          busy={load.isPending && load.variables === kind}
          onClick={() => load.mutate(kind)}
        >
          {text(`plant.chart.${kind}`)}
        </Button>
      ))}
      {load.error && <LoadFailure error={load.error} />}
    </p>
  );
}
