import './onboarding.css';
import { Fragment, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import { Notice } from '../ui/surfaces.js';
import { deviceAddress } from './device-address.js';

const devicePath = ['/InverterService', '/InverterService.asmx', '/CollectInverterData'] as const;

const sendEveryMinutes = 10;

/** What is entered at the inverter or its logger, so that it sends to this portal; the numbers are those of the device. */
export function DeviceSettings() {
  const text = useText();
  const { host, ip, port } = deviceAddress(window.location);
  const on = text('plant.device.on');
  return (
    <section className="card panel device-settings" aria-labelledby="device-settings">
      <h2 id="device-settings">{text('plant.device.title')}</h2>
      <p className="secondary">{text('plant.device.lead')}</p>
      {host === null && (
        <Notice tone="warn">
          <p>{text('plant.device.ownComputer')}</p>
        </Notice>
      )}
      <dl className="facts">
        <Parameter name={text('plant.device.portal')} number={473}>
          {on}
        </Parameter>
        <Parameter name={text('plant.device.host')} number={471}>
          {host ?? text('plant.device.ownAddress')}
        </Parameter>
        <Parameter name={text('plant.device.ip')} number={474}>
          {ip ?? (host === null ? text('plant.device.ownAddress') : text('plant.device.ipOf', { host }))}
        </Parameter>
        <Parameter name={text('plant.device.port')} number={475}>
          {port}
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
        <Parameter name={text('plant.device.interval')} number={470}>
          {text('plant.device.minutes', { minutes: sendEveryMinutes })}
        </Parameter>
        <Parameter name={text('plant.device.configuration')} number={472}>
          {on}
        </Parameter>
        <Parameter name={text('plant.device.clock')} number={477}>
          {on}
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
