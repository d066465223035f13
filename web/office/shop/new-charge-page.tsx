import './shop.css';
import { useQuery } from '@tanstack/react-query';
import type { OfficeLicenceHistory } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { LoadFailure } from '../../shell/failure.js';
import { ButtonLink } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Card, EmptyState, Loading } from '../../ui/surfaces.js';
import { ChargeForm } from './charge-form.js';
import { Facts } from '../../ui/facts.js';
import { FindPlants } from './find-plants.js';
import { historyQuery } from './licence-page.js';
import type { ChargeSubject } from './searches.js';

type NewChargePageProps = {
  readonly search: ChargeSubject;
  readonly onFind: (find: string) => void;
};

/** A charge for power that was not stated: the plant is found, the finding written down, the amount looked at, the invoice issued. */
export function NewChargePage({ search: { find, plant, licence }, onFind }: NewChargePageProps) {
  const text = useText();
  return (
    <Page
      title={text('office.charges.newTitle')}
      lead={text('office.charges.newLead')}
      narrow={plant !== undefined}
      actions={
        plant !== undefined && (
          <ButtonLink look="quiet" icon="search" to="/office/charges/new" search={{}}>
            {text('office.licence.findOther')}
          </ButtonLink>
        )
      }
    >
      <div className="stack">
        {plant === undefined ? (
          <FindPlants
            find={find}
            onFind={onFind}
            linkTo={(plantId) => ({ to: '/office/charges/new', search: { plant: plantId } })}
          />
        ) : (
          <ForPlant plantId={plant} licenceId={licence} />
        )}
      </div>
    </Page>
  );
}

type ForPlantProps = { readonly plantId: string; readonly licenceId: string | undefined };

function ForPlant({ plantId, licenceId }: ForPlantProps) {
  const history = useQuery(historyQuery(plantId));
  if (history.data !== undefined) return <Chosen history={history.data} licenceId={licenceId} />;
  return history.isError ? (
    <div className="card">
      <LoadFailure error={history.error} retry={() => void history.refetch()} />
    </div>
  ) : (
    <Loading />
  );
}

type ChosenProps = { readonly history: OfficeLicenceHistory; readonly licenceId: string | undefined };

function Chosen({ history, licenceId }: ChosenProps) {
  const text = useText();
  const format = useFormat();
  const { plant, plantId, licences } = history;
  if (licences.length === 0)
    return (
      <div className="card">
        <EmptyState icon="licence" title={text('office.charges.noLicence')}>
          <p>{text('office.charges.noLicenceText')}</p>
        </EmptyState>
      </div>
    );
  return (
    <>
      <Card>
        <Facts
          of={[
            [text('office.licences.plant'), plant?.name ?? plantId],
            plant === null
              ? [text('office.licence.state'), text('office.licences.removed')]
              : [text('shop.installedPower'), format.inWords(format.ratedPower(plant.nominalPowerW))],
            plant === null ? null : [text('office.licences.owner'), plant.ownerName ?? '–'],
          ]}
        />
      </Card>
      <ChargeForm history={history} licenceId={licenceId} />
    </>
  );
}
