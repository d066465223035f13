import '../office-list.css';
import './shop.css';
import { Link } from '@tanstack/react-router';
import type { OfficePlant } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { LoadFailure } from '../../shell/failure.js';
import { Page } from '../../ui/page.js';
import { Chip, EmptyState, Loading } from '../../ui/surfaces.js';
import { Table } from '../../ui/table.js';
import { FindForm } from './find-form.js';
import { More, usePages } from './paged.js';

type LicencesPageProps = { readonly find: string | undefined; readonly onFind: (find: string) => void };

/** Any plant, found by what somebody on the telephone knows of it; its licence is a step further. */
export function LicencesPage({ find, onFind }: LicencesPageProps) {
  const text = useText();
  return (
    <Page title={text('office.licences.title')} lead={text('office.licences.lead')}>
      <div className="stack">
        <FindForm
          find={find ?? ''}
          label={text('office.licences.find')}
          help={text('office.licences.findHelp')}
          submit={text('office.licences.findNow')}
          onFind={onFind}
        />
        {find !== undefined && <Found find={find} />}
      </div>
    </Page>
  );
}

function Found({ find }: { readonly find: string }) {
  const text = useText();
  const plants = usePages<OfficePlant>('/office/plants', { find });
  if (plants.items === undefined)
    return plants.isError ? (
      <div className="card">
        <LoadFailure error={plants.error} retry={() => void plants.refetch()} />
      </div>
    ) : (
      <Loading />
    );
  if (plants.items.length === 0)
    return (
      <div className="card">
        <EmptyState icon="search" title={text('office.licences.none')}>
          <p>{text('office.licences.noneText')}</p>
        </EmptyState>
      </div>
    );
  return (
    <>
      <div className="card office-list">
        <PlantTable plants={plants.items} />
      </div>
      <More pages={plants} />
    </>
  );
}

const looks = {
  none: { tone: 'mute', icon: 'circle' },
  trial: { tone: 'sun', icon: 'licence' },
  licensed: { tone: 'ok', icon: 'check' },
  exceeded: { tone: 'warn', icon: 'alert' },
  expired: { tone: 'warn', icon: 'alert' },
} as const;

function PlantTable({ plants }: { readonly plants: readonly OfficePlant[] }) {
  const text = useText();
  const format = useFormat();
  return (
    <Table
      caption={text('office.licences.found')}
      rows={plants}
      rowKey={({ plantId }) => plantId}
      columns={[
        {
          key: 'plant',
          head: text('office.licences.plant'),
          cell: ({ plantId, name, town }) => (
            <>
              <Link to="/office/licences/$plantId" params={{ plantId }} search={{}}>
                <b>{name ?? text('office.licences.removed')}</b>
              </Link>
              <span className="under ids">{town ?? plantId}</span>
            </>
          ),
        },
        { key: 'owner', head: text('office.licences.owner'), cell: ({ ownerName }) => ownerName ?? '–' },
        {
          key: 'power',
          head: text('shop.power'),
          right: true,
          cell: ({ nominalPowerW }) => format.inWords(format.ratedPower(nominalPowerW)),
        },
        {
          key: 'licence',
          head: text('shop.licence'),
          cell: ({ licence }) => <Chip {...looks[licence]}>{text(`shop.state.${licence}`)}</Chip>,
        },
        {
          key: 'by',
          head: text('office.licences.foundBy'),
          cell: ({ foundBy }) => text(`office.licences.by.${foundBy}`),
        },
      ]}
    />
  );
}
