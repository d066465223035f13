import '../office-list.css';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { OfficePlant } from '../../api/types.js';
import { usePages } from '../../api/use-pages.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { LoadFailure } from '../../shell/failure.js';
import { LicenceChip } from '../../shop/licence-chip.js';
import { More } from '../../ui/more.js';
import { EmptyState, Loading } from '../../ui/surfaces.js';
import { Table } from '../../ui/table.js';
import { FindForm } from './find-form.js';

type FoundPlantsProps = {
  readonly find: string;
  /** Where each of them leads to. */
  readonly linkTo: (plantId: string) => LinkProps;
};

type FindPlantsProps = Pick<FoundPlantsProps, 'linkTo'> & {
  readonly find: string | undefined;
  readonly onFind: (find: string) => void;
};

/** Any plant, found by what somebody on the telephone knows of it. */
export function FindPlants({ find, onFind, linkTo }: FindPlantsProps) {
  const text = useText();
  return (
    <>
      <FindForm
        find={find ?? ''}
        label={text('office.licences.find')}
        help={text('office.licences.findHelp')}
        submit={text('office.licences.findNow')}
        onFind={onFind}
      />
      {find !== undefined && <FoundPlants find={find} linkTo={linkTo} />}
    </>
  );
}

/** The plants that somebody has looked for. */
function FoundPlants({ find, linkTo }: FoundPlantsProps) {
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
          cell: ({ licence }) => <LicenceChip state={licence} />,
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
