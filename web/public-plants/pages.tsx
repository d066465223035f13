import './public-plants.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { countryName } from '../forms/countries.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { isGone } from '../plants/plant-gone.js';
import { LoadFailure } from '../shell/failure.js';
import { ButtonLink } from '../ui/button.js';
import { Figure } from '../ui/figure.js';
import { Page } from '../ui/page.js';
import { Loading } from '../ui/surfaces.js';
import { publicPlantQuery } from './api.js';
import { PublicPlants } from './public-plants.js';
import { PublicTotals } from './public-totals.js';

/** All public plants. */
export function PublicPlantsPage() {
  const text = useText();
  return (
    <Page title={text('public.title')} lead={text('public.lead')}>
      <PublicTotals />
      <PublicPlants perPage={25} />
    </Page>
  );
}

/** One public plant: what the list shows of it, and nothing else. */
export function PublicPlantPage() {
  const { plantId } = useParams({ from: '/public-plants/$plantId' });
  const text = useText();
  const format = useFormat();
  const plant = useQuery(publicPlantQuery(plantId));
  const back = (
    <ButtonLink icon="left" look="quiet" to="/public-plants">
      {text('public.title')}
    </ButtonLink>
  );
  if (isGone(plant.error)) {
    return (
      <Page title={text('public.gone')} lead={text('public.goneText')}>
        {back}
      </Page>
    );
  }
  if (plant.data === undefined) {
    return plant.isError ? <LoadFailure error={plant.error} retry={() => void plant.refetch()} /> : <Loading />;
  }
  const { town, postcode, country, generatorPowerW, nominalPowerW, energyTodayWh, energyTotalWh } = plant.data;
  return (
    <Page title={text('public.plantIn', { town })} actions={back}>
      <div className="public-tiles">
        <Tile name={text('public.today')} of={format.energy(energyTodayWh)} />
        <Tile name={text('public.total')} of={format.energy(energyTotalWh)} />
        <Tile name={text('public.generatorPower')} of={format.ratedPower(generatorPowerW)} />
        <Tile name={text('public.acPower')} of={format.ratedPower(nominalPowerW || null)} />
      </div>
      <section className="card panel">
        <dl className="facts">
          <dt>{text('public.country')}</dt>
          <dd>{countryName(country, format.language)}</dd>
          <dt>{text('public.postcode')}</dt>
          <dd className="num">{postcode}</dd>
          <dt>{text('public.town')}</dt>
          <dd>{town}</dd>
        </dl>
      </section>
      <Embedding plantId={plantId} town={town} />
    </Page>
  );
}

/** What stands on another page shows the plant there, for as long as it is public. */
function Embedding({ plantId, town }: { readonly plantId: string; readonly town: string }) {
  const text = useText();
  const { language } = useFormat();
  const address = `${window.location.origin}/widget/plants/${plantId}?lang=${language}`;
  const title = text('public.plantIn', { town }).replaceAll('"', '&quot;');
  return (
    <details className="card panel public-embedding">
      <summary>{text('public.embed')}</summary>
      <p className="help">{text('public.embedText')}</p>
      <p className="code">{`<iframe src="${address}" title="${title}" width="360" height="220" style="border:0"></iframe>`}</p>
    </details>
  );
}

function Tile({ name, of }: { readonly name: string; readonly of: Parameters<typeof Figure>[0]['of'] }) {
  return (
    <section className="card public-tile">
      <h2>{name}</h2>
      <p>
        <Figure of={of} />
      </p>
    </section>
  );
}
