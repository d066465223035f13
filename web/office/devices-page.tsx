import './office-list.css';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { request } from '../api/client.js';
import type { DeviceImport } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { DropZone, Failure } from '../plant/drop-zone.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Card, Notice } from '../ui/surfaces.js';
import { Table } from '../ui/table.js';
import { useToast } from '../ui/toast.js';

const path = '/office/devices/import';

function upload(to: string, file: File): Promise<DeviceImport> {
  const body = new FormData();
  body.append('file', file);
  return request<DeviceImport>('POST', to, { body });
}

/** Lists of devices for the registry: a verdict for each row first, then they are taken (B6). */
export function DevicesPage() {
  const text = useText();
  const [file, setFile] = useState<File>();
  const preview = useMutation({ mutationFn: (chosen: File) => upload(`${path}/preview`, chosen) });
  const toast = useToast();
  const store = useMutation({
    mutationFn: (chosen: File) => upload(path, chosen),
    onSuccess: () => toast(text('office.devices.done')),
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    store.reset();
    preview.mutate(chosen);
  };
  const done = store.data;
  const failure = preview.error ?? store.error;
  return (
    <Page title={text('office.devices.title')} lead={text('office.devices.lead')} narrow>
      <div className="stack">
        <Card>
          <h2>{text('office.devices.list')}</h2>
          <p className="secondary">{text('office.devices.listText')}</p>
          <DropZone
            busy={preview.isPending || store.isPending}
            limits={text('office.devices.limits')}
            onFile={choose}
          />
          {failure !== null && <Failure error={failure} />}
        </Card>
        {done !== undefined ? (
          <Verdicts verdicts={done} title={text('office.devices.done')} />
        ) : (
          file !== undefined &&
          preview.data !== undefined && (
            <Verdicts verdicts={preview.data} title={text('office.devices.preview', { file: file.name })}>
              <div className="form-actions">
                <Button look="primary" busy={store.isPending} onClick={() => store.mutate(file)}>
                  {text('office.devices.store')}
                </Button>
              </div>
            </Verdicts>
          )
        )}
      </div>
    </Page>
  );
}

const counted = ['imported', 'updated', 'unchanged', 'typeUnknown', 'refused'] as const;

type VerdictsProps = {
  readonly verdicts: DeviceImport;
  readonly title: string;
  readonly children?: ReactNode;
};

function Verdicts({ verdicts: { counts, rows, moreRows }, title, children }: VerdictsProps) {
  const text = useText();
  const format = useFormat();
  return (
    <Card className="panel office-list">
      <h2>{title}</h2>
      <ul>
        {counted
          .filter((name) => counts[name] > 0)
          .map((name) => (
            <li key={name}>{text(`office.devices.count.${name}`, { count: counts[name] })}</li>
          ))}
      </ul>
      {rows.length > 0 && (
        <Table
          caption={text('office.devices.odd')}
          rows={rows}
          rowKey={({ line }) => String(line)}
          columns={[
            { key: 'line', head: text('office.devices.line'), right: true, cell: ({ line }) => format.number(line) },
            { key: 'serial', head: text('office.devices.serial'), cell: ({ serialNumber }) => serialNumber },
            {
              key: 'verdict',
              head: text('office.devices.verdict'),
              cell: ({ verdict }) => text(`office.devices.verdict.${verdict}`),
            },
          ]}
        />
      )}
      {moreRows > 0 && <Notice>{text('office.devices.more', { count: moreRows })}</Notice>}
      {children}
    </Card>
  );
}
