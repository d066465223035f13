import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { HistoryFetch } from '../api/types.js';
import { PasswordField, TextField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { textUpTo, required } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Loading, Notice } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { beginFetch, endFetch, getFetches, previewFetch, takeFetch } from './api.js';
import { Failure } from './drop-zone.js';
import { Preview } from './history-preview.js';
import { keys } from './queries.js';
import { useChanged } from './use-changed.js';

/** How often it is asked how far the work is. */
const lookEveryMs = 3_000;

/** What a plant made, from the portal that it was in before: fetched in the background, looked at, and taken. */
export function HistoryFetches({ plantId }: { readonly plantId: string }) {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const fetches = useQuery({
    queryKey: keys.historyFetches(plantId),
    queryFn: ({ signal }) => getFetches(plantId, signal),
    select: ({ items }) => items,
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'running') ? lookEveryMs : false),
  });
  const found = fetches.data ?? [];
  return (
    <section className="card corrections" aria-label={text('plant.fetch.title')}>
      <h3>{text('plant.fetch.title')}</h3>
      <p>{text('plant.fetch.lead')}</p>
      {fetches.error && !fetches.data && <LoadFailure error={fetches.error} retry={() => void fetches.refetch()} />}
      {found.map((fetch) => (
        <Fetch key={fetch.id} plantId={plantId} fetch={fetch} />
      ))}
      {isAsking ? (
        <Ask plantId={plantId} onDone={() => setAsking(false)} />
      ) : (
        found.every(({ state }) => state === 'failed') && (
          <p>
            <Button icon="download" onClick={() => setAsking(true)}>
              {text('plant.fetch.begin')}
            </Button>
          </p>
        )
      )}
    </section>
  );
}

function Ask({ plantId, onDone }: { readonly plantId: string; readonly onDone: () => void }) {
  const text = useText();
  const client = useQueryClient();
  const form = useForm({
    initial: { '/address': '', '/plantNumber': '', '/userName': '', '/password': '' },
    validate: (values) => ({
      '/address': /^https?:\/\/\S+\.\S+/i.test(values['/address'].trim())
        ? textUpTo(text, values['/address'], 300)
        : text('plant.fetch.addressForm'),
      '/plantNumber': /^\d{1,9}$/.test(values['/plantNumber'].trim()) ? undefined : text('plant.fetch.numberForm'),
      '/userName': textUpTo(text, values['/userName'], 200),
      '/password': required(text, values['/password']),
    }),
    submit: async (values) => {
      await beginFetch(plantId, {
        address: values['/address'].trim(),
        plantNumber: Number(values['/plantNumber']),
        userName: values['/userName'].trim(),
        password: values['/password'],
      });
      await client.invalidateQueries({ queryKey: keys.historyFetches(plantId) });
      onDone();
    },
  });
  const isPlain = /^http:/i.test(form.values['/address'].trim());
  return (
    <FormFrame form={form} label={text('plant.fetch.begin')}>
      <TextField
        field={form.field('/address')}
        label={text('plant.fetch.address')}
        help={text('plant.fetch.addressHelp')}
      />
      <TextField
        field={form.field('/plantNumber')}
        label={text('plant.fetch.number')}
        help={text('plant.fetch.numberHelp')}
        inputMode="numeric"
      />
      <TextField field={form.field('/userName')} label={text('plant.fetch.user')} autoCapitalize="none" />
      <PasswordField
        field={form.field('/password')}
        label={text('plant.fetch.password')}
        help={text('plant.fetch.passwordHelp')}
        autoComplete="new-password"
      />
      {isPlain && (
        <Notice tone="warn" live>
          <p>{text('plant.fetch.plain')}</p>
        </Notice>
      )}
      <FormActions form={form} submit={text('plant.fetch.start')} onCancel={onDone} />
    </FormFrame>
  );
}

type FetchProps = { readonly plantId: string; readonly fetch: HistoryFetch };

function Fetch({ plantId, fetch }: FetchProps) {
  const text = useText();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => endFetch(plantId, fetch.id),
    onSettled: () => client.invalidateQueries({ queryKey: keys.historyFetches(plantId) }),
  });
  const { state, failure, said } = fetch;
  const from = text('plant.fetch.from', { host: new URL(fetch.address).host, number: `${fetch.plantNumber}` });
  return (
    <div className="history-fetch">
      <b>{from}</b>
      {state === 'running' && <Progress fetch={fetch} />}
      {state === 'failed' && (
        <Notice tone="warn">
          <p>{text(`plant.fetch.failure.${failure ?? 'refused'}`)}</p>
          {said !== null && <p>{text('plant.fetch.said', { said })}</p>}
        </Notice>
      )}
      {state === 'ready' && <Ready plantId={plantId} fetch={fetch} />}
      {end.error && <LoadFailure error={end.error} />}
      <p>
        <Button
          look="quiet"
          busy={end.isPending}
          onClick={() => end.mutate()}
          aria-label={`${text(`plant.fetch.end.${state}`)}: ${from}`}
        >
          {text(`plant.fetch.end.${state}`)}
        </Button>
      </p>
    </div>
  );
}

/** Seconds for each call, as the worker rests. */
const secondsPerCall = 5.5;

function Progress({ fetch: { callsDone, callsAll } }: Pick<FetchProps, 'fetch'>) {
  const text = useText();
  const format = useFormat();
  if (callsAll === null) return <Loading label={text('plant.fetch.looking')} />;
  const minutes = Math.max(1, Math.ceil(((callsAll - callsDone) * secondsPerCall) / 60));
  const words = text('plant.fetch.progress', {
    percent: format.inWords(format.percent(callsDone / callsAll)),
    minutes,
  });
  return (
    <>
      <progress max={callsAll} value={callsDone} aria-label={words} />
      <p className="secondary num">{words}</p>
    </>
  );
}

function Ready({ plantId, fetch }: FetchProps) {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const changed = useChanged(plantId);
  const preview = useQuery({
    queryKey: [...keys.historyFetches(plantId), fetch.id],
    queryFn: ({ signal }) => previewFetch(plantId, fetch.id, signal),
  });
  const take = useMutation({
    mutationFn: () => takeFetch(plantId, fetch.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.historyFetches(plantId) });
      await changed();
      toast(text('plant.history.taken'));
    },
  });
  if (preview.isPending) return <Loading />;
  if (preview.error) return <Failure error={preview.error} />;
  return (
    <>
      <Preview preview={preview.data} />
      {take.error && <Failure error={take.error} />}
      {preview.data.years.length > 0 && (
        <div className="form-actions">
          <Button look="primary" busy={take.isPending} onClick={() => take.mutate()}>
            {text('plant.history.take')}
          </Button>
        </div>
      )}
    </>
  );
}
