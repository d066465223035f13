import './shop.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../api/accounts.js';
import { plantsQuery } from '../api/plants.js';
import type { PlantListItem } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { EmptyState, Loading } from '../ui/surfaces.js';
import { quoteQuery, type Wish } from './api.js';
import { DataStep } from './data-step.js';
import { PlantsStep } from './plants-step.js';
import { StepBar, type Step } from './step-bar.js';
import { SummaryStep } from './summary-step.js';
import { TermStep } from './term-step.js';

/** Buying licences: plants, term, invoice data, summary; then the page of the payment provider (peers 4.6). */
export function BuyPage({ plantIds }: { readonly plantIds: readonly string[] }) {
  const text = useText();
  const plants = useQuery(plantsQuery);
  const isPartner = useMe().data?.roles.includes('partner') === true;
  // A service partner buys for plants that it manages (A11); other third parties buy nothing.
  const buyable = plants.data?.filter(({ right }) => right === 'owner' || (right === 'manager' && isPartner));
  return (
    <Page title={text('shop.buy')} form>
      {plants.isError ? (
        <LoadFailure error={plants.error} retry={() => void plants.refetch()} />
      ) : buyable === undefined ? (
        <Loading />
      ) : buyable.length === 0 ? (
        <div className="card">
          <EmptyState
            icon="plants"
            title={text('shop.noPlants')}
            actions={
              <ButtonLink look="primary" to="/plants/new">
                {text('shell.addPlant')}
              </ButtonLink>
            }
          >
            <p>{text('shop.noPlantsText')}</p>
          </EmptyState>
        </div>
      ) : (
        <Purchase plants={buyable} plantIds={plantIds} />
      )}
    </Page>
  );
}

type PurchaseProps = { readonly plants: readonly PlantListItem[]; readonly plantIds: readonly string[] };

function Purchase({ plants, plantIds }: PurchaseProps) {
  const known = plantIds.filter((id) => plants.some((plant) => plant.id === id));
  const only = plants.length === 1 ? plants.map(({ id }) => id) : [];
  const [chosen, setChosen] = useState<readonly string[]>(known.length > 0 ? known : only);
  const [termDays, setTermDays] = useState<365 | 730>(365);
  const [step, setStep] = useState<Step>(chosen.length > 0 ? 'term' : 'plants');
  const items: readonly Wish[] = chosen.map((plantId) => ({ plantId, termDays }));
  const quote = useQuery({ ...quoteQuery(items), enabled: step !== 'plants' && items.length > 0 });
  const asked = { quote: quote.data, error: quote.error, retry: () => void quote.refetch() };
  return (
    <div className="stack">
      <StepBar step={step} onStep={setStep} />
      {step === 'plants' && (
        <PlantsStep plants={plants} chosen={chosen} onChoose={setChosen} onNext={() => setStep('term')} />
      )}
      {step === 'term' && (
        <TermStep
          {...asked}
          termDays={termDays}
          onTerm={setTermDays}
          onBack={() => setStep('plants')}
          onNext={() => setStep('data')}
        />
      )}
      {step === 'data' && <DataStep {...asked} onBack={() => setStep('term')} onNext={() => setStep('summary')} />}
      {step === 'summary' && <SummaryStep {...asked} items={items} onBack={() => setStep('data')} />}
    </div>
  );
}
