import { useQuery } from '@tanstack/react-query';
import { ownExportQuery, useAskForExport, useFetchExport } from '../api/own-data.js';
import type { DataExport } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Card, Loading, Notice } from '../ui/surfaces.js';
import './own-data.css';
import { useArrival } from './use-arrival.js';

/** Everything about the account in one archive: asking for it, watching it grow, fetching it. */
export function OwnExport() {
  const text = useText();
  const card = useArrival('own-data');
  const found = useQuery(ownExportQuery);
  return (
    <div id="own-data" ref={card} tabIndex={-1}>
      <Card>
        <div className="panel-head">
          <h2>{text('ownData.title')}</h2>
        </div>
        <div className="stack">
          <p className="secondary">{text('ownData.text')}</p>
          {found.isError && <LoadFailure error={found.error} retry={() => void found.refetch()} />}
          {found.isPending && <Loading />}
          {found.data !== undefined && <Standing archive={found.data} />}
        </div>
      </Card>
    </div>
  );
}

function Standing({ archive }: { readonly archive: DataExport | null }) {
  const text = useText();
  const ask = useAskForExport();
  const fetching = useFetchExport();
  // The mail leads here for as long as somebody keeps it, which may be longer than the archive stays.
  const isGone = archive?.file == null && archive?.state !== 'failed' && location.hash === '#own-data';
  if (archive?.state === 'waiting' || archive?.state === 'building') return <Growing archive={archive} />;
  return (
    <>
      {archive?.state === 'failed' && (
        <Notice tone="fault" live>
          <p>{text('ownData.failed')}</p>
        </Notice>
      )}
      {isGone && (
        <Notice tone="warn" live>
          <p>{text('ownData.gone')}</p>
        </Notice>
      )}
      {archive?.file != null && <Ready file={archive.file} />}
      {ask.isError && <LoadFailure error={ask.error} />}
      {fetching.isError && <LoadFailure error={fetching.error} />}
      <div className="row">
        {archive?.file != null && (
          <Button look="primary" icon="download" busy={fetching.isPending} onClick={() => fetching.mutate()}>
            {text('ownData.download')}
          </Button>
        )}
        <Button busy={ask.isPending} onClick={() => ask.mutate()}>
          {text(archive?.file == null ? 'ownData.ask' : 'ownData.askAgain')}
        </Button>
      </div>
    </>
  );
}

function Growing({ archive: { progressPercent } }: { readonly archive: DataExport }) {
  const text = useText();
  const format = useFormat();
  return (
    <div className="growing" role="status">
      <progress value={progressPercent} max={100} aria-label={text('ownData.building')} />
      <p className="secondary">
        {text('ownData.building')} <span className="num">{format.inWords(format.percent(progressPercent / 100))}</span>
      </p>
      <p className="tertiary">{text('ownData.mail')}</p>
    </div>
  );
}

function Ready({ file: { sizeBytes, readyAt, expiresAt } }: { readonly file: NonNullable<DataExport['file']> }) {
  const text = useText();
  const format = useFormat();
  const day = (instant: string) => format.portal(instant, 'dayTime');
  return (
    <Notice tone="ok">
      <p>{text('ownData.ready', { size: format.inWords(format.dataSize(sizeBytes)), when: day(readyAt) })}</p>
      <p>{text('ownData.until', { when: day(expiresAt) })}</p>
    </Notice>
  );
}
