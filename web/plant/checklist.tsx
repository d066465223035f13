import './onboarding.css';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import { ButtonLink } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import type { Overview } from '../api/types.js';

type StepState = 'done' | 'current' | 'open';

/** A plant on its way to its first curve; the steps tick off by themselves. */
export function FirstSteps({ overview }: { readonly overview: Overview }) {
  const text = useText();
  const { plantId } = overview;
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
      <DeviceSettings />
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

const devicePath = ['/InverterService', '/InverterService.asmx', '/CollectInverterData'] as const;

/** The devices know no TLS. */
const plainPort = '80';

/** What is entered at the inverter or its logger, so that it sends to this portal. */
export function DeviceSettings() {
  const text = useText();
  const { hostname, port } = window.location;
  return (
    <section className="card panel device-settings" aria-labelledby="device-settings">
      <h2 id="device-settings">{text('plant.device.title')}</h2>
      <p className="secondary">{text('plant.device.lead')}</p>
      <dl className="facts">
        <Parameter name={text('plant.device.portal')} number={473}>
          {text('plant.device.on')}
        </Parameter>
        <Parameter name={text('plant.device.host')} number={471}>
          {hostname}
        </Parameter>
        <Parameter name={text('plant.device.port')} number={475}>
          {port === '' ? plainPort : port}
        </Parameter>
        <Parameter name={text('plant.device.path')} number={479}>
          <code>
            {devicePath.map((part) => (
              <Fragment key={part}>
                {part}
                <wbr />
              </Fragment>
            ))}
          </code>
        </Parameter>
      </dl>
    </section>
  );
}

type ParameterProps = { readonly name: string; readonly number: number; readonly children: ReactNode };

function Parameter({ name, number, children }: ParameterProps) {
  const text = useText();
  return (
    <div>
      <dt>
        {name} <span className="tertiary num">{text('plant.device.parameter', { number })}</span>
      </dt>
      <dd className="num">{children}</dd>
    </div>
  );
}
