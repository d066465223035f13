import './shop.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMayBuy } from '../api/accounts.js';
import { plantsQuery } from '../api/plants.js';
import type { PlantListItem } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { StepBar } from '../ui/step-bar.js';
import { EmptyState, Loading } from '../ui/surfaces.js';
import { quoteQuery, type Wish } from './api.js';
import { DataStep } from './data-step.js';
import { PlantsStep } from './plants-step.js';
import { SummaryStep } from './summary-step.js';
import { TermStep } from './term-step.js';

const steps = ['plants', 'term', 'data', 'summary', 'pay'] as const;
/** Paying happens at the provider. */
type Step = Exclude<(typeof steps)[number], 'pay'>;

/** Buying licences: plants, term, invoice data, summary; then the page of the payment provider (peers 4.6). */
export function BuyPage({ plantIds }: { readonly plantIds: readonly string[] }) {
  const text = useText();
  const plants = useQuery(plantsQuery);
  const mayBuy = useMayBuy();
  const buyable = plants.data?.filter(mayBuy);
  if (buyable !== undefined && buyable.length > 0) return <Purchase plants={buyable} plantIds={plantIds} />;
  return (
    <Page title={text('shop.buy')} form>
      {plants.isError ? (
        <LoadFailure error={plants.error} retry={() => void plants.refetch()} />
      ) : buyable === undefined ? (
        <Loading />
      ) : (
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
      )}
    </Page>
  );
}

type PurchaseProps = { readonly plants: readonly PlantListItem[]; readonly plantIds: readonly string[] };

function Purchase({ plants, plantIds }: PurchaseProps) {
  const text = useText();
  const known = plantIds.filter((id) => plants.some((plant) => plant.id === id));
  const only = plants.length === 1 ? plants.map(({ id }) => id) : [];
  const [chosen, setChosen] = useState<readonly string[]>(known.length > 0 ? known : only);
  const [termDays, setTermDays] = useState<365 | 730>(365);
  const [step, setStep] = useState<Step>(chosen.length > 0 ? 'term' : 'plants');
  const items: readonly Wish[] = chosen.map((plantId) => ({ plantId, termDays }));
  const quote = useQuery({ ...quoteQuery(items), enabled: step !== 'plants' && items.length > 0 });
  const asked = { quote: quote.data, error: quote.error, retry: () => void quote.refetch() };
  return (
    <Page title={text(titleOf(plants.filter(({ id }) => chosen.includes(id))))} form>
      <div className="stack">
        <StepBar
          label={text('shop.steps')}
          steps={steps.map((key) => ({ key, name: text(`shop.step.${key}`) }))}
          at={step}
          onStep={(one) => one !== 'pay' && setStep(one)}
        />
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
    </Page>
  );
}

function titleOf(chosen: readonly PlantListItem[]) {
  if (chosen.length > 1) return 'shop.buyMany';
  return chosen[0]?.licence.state === 'licensed' ? 'shop.renew' : 'shop.buy';
}
