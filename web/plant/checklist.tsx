import './onboarding.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import { ButtonLink } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { EmptyState } from '../ui/surfaces.js';
import type { Overview } from '../api/types.js';
import { useMayChange } from './queries.js';
import { DeviceSettings } from './device-settings.js';

type StepState = 'done' | 'current' | 'open';

/** A plant on its way to its first curve; the steps tick off by themselves. */
export function FirstSteps({ overview }: { readonly overview: Overview }) {
  const text = useText();
  const { plantId } = overview;
  const mayChange = useMayChange(plantId);
  if (!mayChange)
    return (
      <section className="card">
        <EmptyState icon="inverter" title={text('plant.first.viewer')}>
          <p>{text('plant.first.viewerText')}</p>
        </EmptyState>
      </section>
    );
  return (
    <section className="card onboarding" aria-labelledby="first-steps">
      <h2 id="first-steps">{text('plant.first.title')}</h2>
      <p className="secondary">{text('plant.first.lead')}</p>
      <ol className="onboarding-steps" aria-live="polite">
        <Step state="done" title={text('plant.first.plant')}>
          {text('plant.first.plantText')}
        </Step>
        <Step state="current" title={text('plant.first.inverter')}>
          {text('plant.first.inverterText')}
          <span className="row">
            <ButtonLink look="primary" icon="add" to="/plants/$plantId/inverters" params={{ plantId }} hash="add">
              {text('plant.inverters.add')}
            </ButtonLink>
          </span>
        </Step>
        <Step state="open" title={text('plant.first.data')}>
          {text('plant.first.dataText')}
        </Step>
      </ol>
    </section>
  );
}

/** Inverters are there, the first message is awaited. */
export function FirstDataAwaited({ overview }: { readonly overview: Overview }) {
  const text = useText();
  const { plantId, inverters } = overview;
  const mayChange = useMayChange(plantId);
  const claimed = inverters.filter((inverter) => inverter.condition === 'claimOpen').length;
  return (
    <div className="first-data">
      <section className="card onboarding" aria-labelledby="first-data">
        <h2 id="first-data">{text('plant.awaited.title')}</h2>
        <p className="secondary">{text('plant.awaited.lead')}</p>
        <ol className="onboarding-steps" aria-live="polite">
          <Step state="done" title={text(claimed > 0 ? 'plant.awaited.claim' : 'plant.awaited.code')}>
            {text('plant.awaited.codeText', { count: inverters.length })}{' '}
            <Link to="/plants/$plantId/inverters" params={{ plantId }}>
              {text('plant.awaited.toInverters')}
            </Link>
          </Step>
          <Step state="current" title={text('plant.awaited.message')}>
            {text('plant.awaited.messageText')}
          </Step>
          <Step state="open" title={text('plant.awaited.feeding')}>
            {text('plant.awaited.feedingText')}
          </Step>
        </ol>
      </section>
      {mayChange && <DeviceSettings />}
    </div>
  );
}

type StepProps = { readonly state: StepState; readonly title: string; readonly children: ReactNode };

function Step({ state, title, children }: StepProps) {
  const text = useText();
  return (
    <li className={`onboarding-step ${state}`}>
      <span className="onboarding-mark">
        {state === 'done' && <Icon name="check" size={15} />}
        {state === 'current' && <span className="pulse" aria-hidden="true" />}
        <span className="visually-hidden">{text(`plant.step.${state}`)}</span>
      </span>
      <div>
        <h3>{title}</h3>
        <div className="secondary">{children}</div>
      </div>
    </li>
  );
}
