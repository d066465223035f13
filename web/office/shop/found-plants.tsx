import '../office-list.css';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { OfficePlant } from '../../api/types.js';
import { usePages } from '../../api/use-pages.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { LoadFailure } from '../../shell/failure.js';
import { More } from '../../ui/more.js';
import { Chip, EmptyState, Loading } from '../../ui/surfaces.js';
import { Table } from '../../ui/table.js';

type FoundPlantsProps = {
  readonly find: string;
  /** Where each of them leads to. */
  readonly linkTo: (plantId: string) => LinkProps;
};

/** The plants that somebody has looked for. */
export function FoundPlants({ find, linkTo }: FoundPlantsProps) {
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
        <PlantTable plants={plants.items} linkTo={linkTo} />
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

type PlantTableProps = Pick<FoundPlantsProps, 'linkTo'> & { readonly plants: readonly OfficePlant[] };

function PlantTable({ plants, linkTo }: PlantTableProps) {
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
              <Link {...linkTo(plantId)}>
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
