import './office-list.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { request } from '../api/client.js';
import { ApiProblem } from '../api/problem.js';
import type { OfficeDevice } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { RepairChip } from '../repairs/repair-chip.js';
import { DeviceErrors } from '../repairs/evidence.js';
import { LoadFailure } from '../shell/failure.js';
import { Facts } from '../ui/facts.js';
import { Page } from '../ui/page.js';
import { Card, Chip, EmptyState, Loading } from '../ui/surfaces.js';
import { Table } from '../ui/table.js';
import { useMay } from './use-rights.js';

const route = getRouteApi('/signed-in/office/devices/$serialNumber');

/** The life of a device: where it stood, what it made there, what it reported, and its repairs (H6). */
export function DevicePage() {
  const text = useText();
  const { serialNumber } = route.useParams();
  const path = `/office/devices/${encodeURIComponent(serialNumber)}`;
  const device = useQuery({
    queryKey: ['office', 'device', serialNumber],
    queryFn: ({ signal }) => request<OfficeDevice>('GET', path, { signal }),
  });
  const isUnknown = device.error instanceof ApiProblem && device.error.status === 404;
  return (
    <Page title={serialNumber} lead={text('office.device.lead')} narrow>
      {device.data !== undefined ? (
        <Life device={device.data} />
      ) : isUnknown ? (
        <div className="card">
          <EmptyState icon="search" title={text('office.device.unknown')}>
            <p>{text('office.device.unknownText')}</p>
          </EmptyState>
        </div>
      ) : device.isError ? (
        <LoadFailure error={device.error} retry={() => void device.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function Life({ device }: { readonly device: OfficeDevice }) {
  const text = useText();
  const format = useFormat();
  const { type, isRegistered, firstSeenAt, lastSeenAt, errors, repairs } = device;
  const moment = (at: string | null) => (at === null ? text('office.device.never') : format.portal(at, 'dayTime'));
  return (
    <div className="stack">
      <Card>
        <Facts
          of={[
            [
              text('office.device.type'),
              type === null ? text('office.device.typeUnknown') : `${type.maker} ${type.model}`,
            ],
            type && [text('office.device.power'), format.inWords(format.ratedPower(type.nominalPowerW))],
            [
              text('office.device.registry'),
              text(isRegistered ? 'office.device.registered' : 'office.device.notRegistered'),
            ],
            [text('office.device.firstSeen'), moment(firstSeenAt)],
            [text('office.device.lastSeen'), moment(lastSeenAt)],
          ]}
        />
      </Card>
      <Stays stays={device.stays} />
      <Card className="panel office-list">
        <h2>{text('office.device.repairs')}</h2>
        {repairs.length === 0 ? (
          <p className="secondary">{text('office.device.noRepairs')}</p>
        ) : (
          <Table
            caption={text('office.device.repairs')}
            rows={repairs}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'repair',
                head: text('office.repairs.repair'),
                cell: ({ id, number, customerName }) => (
                  <>
                    <Link to="/office/repairs/$repairId" params={{ repairId: id }}>
                      <b>{number}</b>
                    </Link>
                    <span className="under">{customerName ?? '–'}</span>
                  </>
                ),
              },
              {
                key: 'status',
                head: text('office.repairs.status'),
                cell: ({ status }) => <RepairChip status={status} />,
              },
              {
                key: 'sent',
                head: text('office.device.asked'),
                cell: ({ sentAt, createdAt }) => format.portal(sentAt ?? createdAt, 'day'),
              },
            ]}
          />
        )}
      </Card>
      <Card className="panel office-list">
        <h2>{text('office.device.errors')}</h2>
        <DeviceErrors errors={errors} />
      </Card>
    </div>
  );
}

function Stays({ stays }: { readonly stays: OfficeDevice['stays'] }) {
  const text = useText();
  const format = useFormat();
  const mayOpen = useMay()('licences:audit');
  return (
    <Card className="panel office-list">
      <h2>{text('office.device.stays')}</h2>
      {stays.length === 0 ? (
        <p className="secondary">{text('office.device.noStays')}</p>
      ) : (
        <Table
          caption={text('office.device.stays')}
          rows={stays.map((stay, index) => ({ ...stay, index }))}
          rowKey={({ index }) => String(index)}
          columns={[
            {
              key: 'plant',
              head: text('office.device.plant'),
              cell: ({ plantId, plantName }) => {
                if (plantName === null) return <span className="secondary">{text('office.device.plantGone')}</span>;
                if (!mayOpen) return plantName;
                return (
                  <Link to="/office/licences/$plantId" params={{ plantId }} search={{}}>
                    {plantName}
                  </Link>
                );
              },
            },
            {
              key: 'time',
              head: text('office.device.time'),
              cell: ({ state, from, to }) => {
                if (state === 'awaited') {
                  return (
                    <Chip tone="sun" icon="clock">
                      {text('office.device.awaited')}
                    </Chip>
                  );
                }
                const day = (at: string) => format.portal(at, 'day');
                const begin = from === null ? text('office.device.beginning') : day(from);
                if (to !== null) return text('office.device.fromTo', { from: begin, to: day(to) });
                return from === null ? text('office.device.always') : text('office.device.since', { from: begin });
              },
            },
            {
              key: 'energy',
              head: text('office.device.energy'),
              right: true,
              cell: ({ energyWh }) => (energyWh === null ? '–' : format.inWords(format.energy(energyWh))),
            },
          ]}
        />
      )}
    </Card>
  );
}
