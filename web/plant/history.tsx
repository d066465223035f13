import './corrections.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HistoryImport } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Loading } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { getHistoryImports, importHistory, previewHistory, undoHistory } from './api.js';
import { DropZone, Failure } from './drop-zone.js';
import { HistoryFetches } from './history-fetch.js';
import { Preview } from './history-preview.js';
import { keys, useMayChange, usePlant } from './queries.js';
import { SubPage } from './sub-page.js';
import { useChanged } from './use-changed.js';

/** What a plant made before the portal knew of it, from a table: looked at, taken, and taken back. */
export function History({ plantId }: { readonly plantId: string }) {
  const text = useText();
  const mayChange = useMayChange(plantId);
  return (
    <SubPage plantId={plantId} title={text('plant.history.title')}>
      <div className="sub-head">
        <h2>{text('plant.history.title')}</h2>
      </div>
      <section className="card corrections">
        <p>{text('plant.history.lead')}</p>
        {mayChange && <Upload plantId={plantId} />}
      </section>
      {mayChange && <HistoryFetches plantId={plantId} />}
      <Imports plantId={plantId} mayChange={mayChange} />
    </SubPage>
  );
}

function Upload({ plantId }: { readonly plantId: string }) {
  const text = useText();
  const toast = useToast();
  const changed = useChanged(plantId);
  const [file, setFile] = useState<File>();
  const preview = useMutation({ mutationFn: (chosen: File) => previewHistory(plantId, chosen) });
  const take = useMutation({
    mutationFn: (chosen: File) => importHistory(plantId, chosen),
    onSuccess: async () => {
      reset();
      await changed();
      toast(text('plant.history.taken'));
    },
  });
  const reset = () => {
    setFile(undefined);
    preview.reset();
    take.reset();
  };
  if (file !== undefined && preview.data !== undefined) {
    const isAny = preview.data.years.length > 0;
    return (
      <>
        <Preview preview={preview.data} />
        {take.error && <Failure error={take.error} />}
        <div className="form-actions">
          <Button onClick={reset}>{text('plant.history.other')}</Button>
          {isAny && (
            <Button look="primary" busy={take.isPending} onClick={() => take.mutate(file)}>
              {text('plant.history.take')}
            </Button>
          )}
        </div>
      </>
    );
  }
  return (
    <>
      <p className="secondary">{text('plant.history.form')}</p>
      <DropZone
        limits={text('plant.history.limits')}
        busy={preview.isPending}
        onFile={(chosen) => {
          setFile(chosen);
          preview.mutate(chosen);
        }}
      />
      {preview.error && <Failure error={preview.error} />}
    </>
  );
}

function Imports({ plantId, mayChange }: { readonly plantId: string; readonly mayChange: boolean }) {
  const text = useText();
  const imports = useQuery({
    queryKey: keys.histories(plantId),
    queryFn: ({ signal }) => getHistoryImports(plantId, signal),
    select: ({ items }) => items,
  });
  if (imports.data?.length === 0) return null;
  return (
    <section className="card corrections">
      <h3>{text('plant.history.files')}</h3>
      {imports.isPending && <Loading />}
      {imports.error && !imports.data && <LoadFailure error={imports.error} retry={() => void imports.refetch()} />}
      <ul className="correction-list">
        {imports.data?.map((one) => (
          <Entry key={one.id} plantId={plantId} one={one} mayChange={mayChange} />
        ))}
      </ul>
    </section>
  );
}

type EntryProps = { readonly plantId: string; readonly one: HistoryImport; readonly mayChange: boolean };

function Entry({ plantId, one, mayChange }: EntryProps) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const changed = useChanged(plantId);
  const zone = usePlant(plantId).data?.location.timeZone ?? 'Europe/Berlin';
  const undo = useMutation({
    mutationFn: () => undoHistory(plantId, one.id),
    onSuccess: async () => {
      await changed();
      toast(text('plant.history.undoneNow'));
    },
  });
  const { fileName, firstDay, lastDay, values, energyWh, made, undone } = one;
  const name = fileName ?? text('plant.history.file');
  const who = ({ at, by }: typeof made) => ({
    at: format.instant(at, zone),
    by: by ?? text('plant.corrections.somebody'),
  });
  return (
    <li className={undone === null ? undefined : 'undone'}>
      <div>
        <b>{name}</b>
        <div className="num">
          {text('plant.history.range', {
            from: format.day(firstDay),
            to: format.day(lastDay),
            values,
            energy: format.inWords(format.energy(energyWh)),
          })}
        </div>
        <small className="secondary">{text('plant.corrections.made', who(made))}</small>
        {undone !== null && <small className="secondary">{text('plant.corrections.undone', who(undone))}</small>}
        {undo.error && <LoadFailure error={undo.error} />}
      </div>
      {mayChange && undone === null && (
        <Button busy={undo.isPending} onClick={() => undo.mutate()} aria-label={text('plant.history.undoOf', { name })}>
          {text('plant.corrections.undo')}
        </Button>
      )}
    </li>
  );
}
