import { useState, type ReactNode } from 'react';
import { deviceWords } from '../account/device-name.js';
import { VatStateChip } from '../account/vat-card.js';
import type { OfficeAccount } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { countryName } from '../forms/countries.js';
import type { MessageId } from '../i18n/de.js';
import { useLanguage } from '../i18n/language.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Card, Chip, Notice } from '../ui/surfaces.js';
import { CountryDialog } from './country-dialog.js';
import { HelpDialog, type Help } from './help-dialog.js';
import { roleLabels } from './role-names.js';
import { useMay } from './use-rights.js';

type AccountProps = { readonly account: OfficeAccount; readonly now: number };

/** Who it is, in which state the account is, and what the office can do about it. */
export function AccountCard({ account, now }: AccountProps) {
  const text = useText();
  const may = useMay();
  const [asked, setAsked] = useState<Help | 'country' | null>(null);
  const { userName, lockedUntil, wayIn, address, sessions } = account;
  const close = () => setAsked(null);
  return (
    <Card>
      <div className="panel-head">
        <h2>{userName}</h2>
        <States account={account} />
      </div>
      <div className="stack">
        {lockedUntil !== null && <Locked until={lockedUntil} />}
        <Facts account={account} />
        {may('accounts:operate') && (
          <div className="row">
            {lockedUntil !== null && (
              <Button look="primary" icon="key" onClick={() => setAsked('unlock')}>
                {text('office.accounts.unlock')}
              </Button>
            )}
            {wayIn !== null && (
              <Button icon="mail" onClick={() => setAsked('wayIn')}>
                {text(`office.accounts.send.${wayIn}`)}
              </Button>
            )}
            {address.country !== '' && (
              <Button icon="globe" onClick={() => setAsked('country')}>
                {text('office.accounts.country')}
              </Button>
            )}
            {(sessions.length > 0 || wayIn === 'reset-password') && (
              <Button icon="signOut" onClick={() => setAsked('signOut')}>
                {text('office.accounts.signOut')}
              </Button>
            )}
          </div>
        )}
        <Sessions account={account} now={now} />
      </div>
      {asked === 'country' && <CountryDialog account={account} onClose={close} />}
      {asked !== null && asked !== 'country' && <HelpDialog help={asked} account={account} onClose={close} />}
    </Card>
  );
}

function States({ account: { status, lockedUntil, vatCheck } }: { readonly account: OfficeAccount }) {
  const text = useText();
  return (
    <div className="row">
      {lockedUntil !== null && (
        <Chip tone="fault" icon="lock">
          {text('office.accounts.locked')}
        </Chip>
      )}
      <Chip tone={status === 'active' ? 'ok' : 'warn'} icon={status === 'active' ? 'check' : 'clock'}>
        {text(`office.accounts.status.${status}`)}
      </Chip>
      {vatCheck !== null && vatCheck.state !== 'notNeeded' && <VatStateChip state={vatCheck.state} />}
    </div>
  );
}

function Locked({ until }: { readonly until: string }) {
  const text = useText();
  const format = useFormat();
  return (
    <Notice tone="fault">
      <p>{text('office.accounts.lockedText', { at: format.portal(until, 'dayTime') })}</p>
    </Notice>
  );
}

function Facts({ account }: { readonly account: OfficeAccount }) {
  const text = useText();
  const format = useFormat();
  const { language } = useLanguage();
  const { accountId, email, kind, registeredAt, person, company, address, roles, secondFactor, vatCheck } = account;
  const name = `${person.firstName} ${person.lastName}`.trim();
  const services = vatCheck?.services ?? null;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [text('email.title'), email],
    ...(name === '' ? [] : [[text('office.accounts.person'), name] as const]),
    [text('account.kind'), text(kinds[kind])],
    ...(company === null ? [] : [[text('account.company'), vatCheck?.registeredName ?? company.name] as const]),
    ...(company?.vatId == null ? [] : [[text('account.vatId'), company.vatId] as const]),
    ...(address.country === ''
      ? []
      : [
          [
            text('account.address'),
            `${address.street}, ${address.postcode} ${address.town}, ${countryName(address.country, language)}`,
          ] as const,
        ]),
    [
      text('office.accounts.services'),
      services === null
        ? text('office.accounts.open')
        : text(refusals[services] ?? 'office.accounts.service.data-incomplete'),
    ],
    [text('office.roles'), roles.map((role) => text(roleLabels[role])).join(', ') || text('office.accounts.noRoles')],
    [text('totp.title'), text(secondFactor ? 'office.accounts.on' : 'office.accounts.off')],
    [text('account.since'), format.day(registeredAt)],
    [text('office.accounts.id'), <span className="ids">{accountId}</span>],
  ];
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div className="fact" key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const refusals: Readonly<Record<string, MessageId>> = {
  'service.consumer-abroad': 'office.accounts.service.consumer-abroad',
  'service.data-incomplete': 'office.accounts.service.data-incomplete',
  'service.vat-id-pending': 'office.accounts.service.vat-id-pending',
  'service.vat-id-invalid': 'office.accounts.service.vat-id-invalid',
  'service.business-not-confirmed': 'office.accounts.service.business-not-confirmed',
};

const kinds = {
  business: 'register.business',
  consumer: 'register.consumer',
  operator: 'account.operator',
} as const;

function Sessions({ account: { sessions }, now }: AccountProps) {
  const text = useText();
  const format = useFormat();
  return (
    <div>
      <h3>{text('office.accounts.sessions', { count: sessions.length })}</h3>
      <ul className="bullets">
        {sessions.map((session) => (
          <li key={`${session.openedAt}${session.userAgent}`}>
            {deviceWords(text, session.userAgent)}
            {', '}
            {text('office.accounts.lastUsed', { age: format.age(session.lastUsedAt, now) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
