import './reports.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MonthReportList } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { saveFile } from '../ui/save-file.js';
import { Card, Loading } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { chooseReports, getReportFile, getReports, mailReport } from './api.js';
import { keys } from './queries.js';

const shownAtFirst = 12;

/** The months of a plant on paper: as a file, by mail now, and by mail each month. */
export function Reports({ plantId }: { readonly plantId: string }) {
  const text = useText();
  const reports = useQuery({
    queryKey: keys.reports(plantId),
    queryFn: ({ signal }) => getReports(plantId, signal),
  });
  return (
    <Card className="panel reports">
      <div id="reports" className="panel-head">
        <h2>{text('plant.reports.title')}</h2>
      </div>
      {reports.isPending && <Loading />}
      {reports.isError && <LoadFailure error={reports.error} retry={() => void reports.refetch()} />}
      {reports.data && (
        <>
          <Subscription plantId={plantId} isWanted={reports.data.isWanted} />
          <Months plantId={plantId} months={reports.data.items} />
        </>
      )}
    </Card>
  );
}

function Subscription({ plantId, isWanted }: { readonly plantId: string; readonly isWanted: boolean }) {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const choose = useMutation({
    mutationFn: (wanted: boolean) => chooseReports(plantId, wanted),
    onSuccess: (list) => {
      client.setQueryData(keys.reports(plantId), list);
      toast(text(list.isWanted ? 'plant.reports.ordered' : 'plant.reports.cancelled'));
    },
  });
  const shown = choose.isPending ? choose.variables : isWanted;
  return (
    <>
      <div className="check">
        <input
          type="checkbox"
          id="reports-wanted"
          checked={shown}
          aria-describedby="reports-wanted-help"
          onChange={(event) => choose.mutate(event.target.checked)}
        />
        <label htmlFor="reports-wanted">{text('plant.reports.wanted')}</label>
        <div className="help" id="reports-wanted-help">
          {text('plant.reports.when')}
        </div>
      </div>
      {choose.isError && <LoadFailure error={choose.error} />}
    </>
  );
}

function Months({ plantId, months }: { readonly plantId: string; readonly months: MonthReportList['items'] }) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const [isAll, setAll] = useState(false);
  const load = useMutation({
    mutationFn: async (month: string) => saveFile(await getReportFile(plantId, month, format.language)),
  });
  const mail = useMutation({
    mutationFn: (month: string) => mailReport(plantId, month),
    onSuccess: (_, month) => toast(text('plant.reports.sent', { month: nameOf(month) })),
  });
  const nameOf = (month: string) => format.day(`${month}-01`, 'month');
  if (months.length === 0) return <p className="secondary">{text('plant.reports.none')}</p>;
  const failure = load.error ?? mail.error;
  return (
    <>
      <ul className="report-list">
        {months.slice(0, isAll ? undefined : shownAtFirst).map(({ month, energyWh }) => (
          <li key={month}>
            <b>{nameOf(month)}</b>
            <span className="num secondary">{format.inWords(format.energy(energyWh))}</span>
            <span className="row">
              <Button
                icon="download"
                busy={load.isPending && load.variables === month}
                onClick={() => load.mutate(month)}
                aria-label={text('plant.reports.loadOf', { month: nameOf(month) })}
              >
                {text('plant.reports.load')}
              </Button>
              <Button
                icon="mail"
                busy={mail.isPending && mail.variables === month}
                onClick={() => mail.mutate(month)}
                aria-label={text('plant.reports.mailOf', { month: nameOf(month) })}
              >
                {text('plant.reports.mail')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {failure && <LoadFailure error={failure} />}
      {!isAll && months.length > shownAtFirst && (
        <div>
          <Button look="quiet" onClick={() => setAll(true)}>
            {text('plant.reports.all', { count: months.length })}
          </Button>
        </div>
      )}
    </>
  );
}
