import './inverter-list.css';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../api/problem.js';
import type { InverterListResult } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Loading, Notice } from '../ui/surfaces.js';
import { ListRows } from './inverter-list-rows.js';
import { ListUpload } from './inverter-list-upload.js';
import { ViewOnly } from '../sharing/view-only.js';
import { keys, useInverterList, usePlant } from './queries.js';
import { SubPage } from './sub-page.js';

type ListProps = {
  readonly plantId: string;
  /** The uploaded list; none before the upload. */
  readonly listId: string | undefined;
  readonly onList: (id: string | undefined) => void;
};

/** B3: many inverters from a spreadsheet: template, upload, a verdict per row, corrections, and what became of it. */
export function InverterListPage({ plantId, listId, onList }: ListProps) {
  const text = useText();
  const client = useQueryClient();
  const plant = usePlant(plantId).data;
  const list = useInverterList(plantId, listId);
  const [result, setResult] = useState<InverterListResult>();
  const gone = list.error instanceof ApiProblem && list.error.status === 404 ? list.error : undefined;
  if (plant?.right === 'viewer') return <ViewOnly plant={plant} />;
  return (
    <SubPage plantId={plantId} title={text('plant.list.open')}>
      <div className="sub-head">
        <h2>{text(list.data === undefined ? 'plant.list.open' : 'plant.list.check')}</h2>
        {list.data === undefined ? (
          <p className="secondary">{text('plant.list.lead')}</p>
        ) : (
          <Button
            icon="swap"
            onClick={() => {
              setResult(undefined);
              onList(undefined);
            }}
          >
            {text('plant.list.again')}
          </Button>
        )}
      </div>
      <div className="stack">
        {gone && (
          <Notice tone="warn">
            {gone.problem.title}. {gone.problem.detail}
          </Notice>
        )}
        {(listId === undefined || gone) && (
          <ListUpload
            plantId={plantId}
            onUploaded={(uploaded) => {
              client.setQueryData(keys.inverterList(plantId, uploaded.id), uploaded);
              onList(uploaded.id);
            }}
          />
        )}
        {listId !== undefined && list.isPending && <Loading />}
        {list.error && !gone && (
          <div className="card">
            <LoadFailure error={list.error} retry={() => void list.refetch()} />
          </div>
        )}
        {result && <Result plantId={plantId} result={result} />}
        {list.data && <ListRows plantId={plantId} list={list.data} result={result} onResult={setResult} />}
      </div>
    </SubPage>
  );
}

function Result({ plantId, result }: { readonly plantId: string; readonly result: InverterListResult }) {
  const text = useText();
  return (
    <Notice tone={result.added === 0 ? 'fault' : result.refused === 0 ? 'ok' : 'warn'} live>
      <p>
        <b>{result.added === 0 ? text('plant.list.noneAdded') : text('plant.list.added', { count: result.added })}</b>{' '}
        {result.refused > 0 && text('plant.list.refused', { count: result.refused })}
      </p>
      {result.added > 0 && (
        <div className="row">
          <ButtonLink icon="inverter" to="/plants/$plantId/inverters" params={{ plantId }}>
            {text('plant.list.done')}
          </ButtonLink>
        </div>
      )}
    </Notice>
  );
}
