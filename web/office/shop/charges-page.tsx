import './shop.css';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OfficeOrder } from '../../api/types.js';
import { usePages } from '../../api/use-pages.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { LoadFailure } from '../../shell/failure.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { More } from '../../ui/more.js';
import { Page } from '../../ui/page.js';
import { Segmented } from '../../ui/segmented.js';
import { Card, Chip, EmptyState, Loading } from '../../ui/surfaces.js';
import { KeptEvidence } from '../../shop/power-evidence.js';
import { useMay } from '../use-rights.js';
import { DropChargeDialog } from './drop-charge-dialog.js';
import { Facts } from '../../ui/facts.js';
import { portalZone } from '../../format/dates.js';
import { FindForm } from './find-form.js';
import { chargeStates, type ChargeFilter } from './searches.js';

type ChargesPageProps = { readonly filter: ChargeFilter; readonly onFilter: (filter: ChargeFilter) => void };

/** Charges for power that was not stated (F10): all of them, those that wait, or those of somebody. */
export function ChargesPage({ filter, onFilter }: ChargesPageProps) {
  const text = useText();
  const mayOperate = useMay()('orders:operate');
  const { state, find } = filter;
  const charges = usePages<OfficeOrder>('/office/charges', { state, find });
  const isFiltered = state !== undefined || find !== undefined;
  return (
    <Page
      title={text('office.charges.title')}
      lead={text('office.charges.lead')}
      narrow
      actions={
        mayOperate && (
          <ButtonLink look="primary" icon="add" to="/office/charges/new" search={{}}>
            {text('office.charges.new')}
          </ButtonLink>
        )
      }
    >
      <div className="stack">
        <FindForm
          find={find ?? ''}
          label={text('office.charges.find')}
          help={text('office.charges.findHelp')}
          submit={text('office.orders.findNow')}
          onFind={(wanted) => onFilter({ ...filter, find: wanted })}
        />
        <div className="row">
          <Segmented
            label={text('office.charges.which')}
            value={state ?? 'all'}
            options={(['all', ...chargeStates] as const).map((value) => ({
              value,
              label: text(`office.charges.show.${value}`),
            }))}
            onChange={(wanted) => onFilter({ ...filter, state: wanted === 'all' ? undefined : wanted })}
          />
          {find !== undefined && (
            <ButtonLink look="quiet" icon="close" to="/office/charges" search={{ state }}>
              {text('office.charges.everybody')}
            </ButtonLink>
          )}
        </div>
        {charges.items === undefined ? (
          charges.isError ? (
            <div className="card">
              <LoadFailure error={charges.error} retry={() => void charges.refetch()} />
            </div>
          ) : (
            <Loading />
          )
        ) : charges.items.length === 0 ? (
          <div className="card">
            <EmptyState
              icon={isFiltered ? 'search' : 'check'}
              title={text(isFiltered ? 'office.charges.notFound' : 'office.charges.none')}
            >
              <p>{text(isFiltered ? 'office.charges.notFoundText' : 'office.charges.noneText')}</p>
            </EmptyState>
          </div>
        ) : (
          charges.items.map((charge) => <Charge key={charge.id} charge={charge} mayOperate={mayOperate} />)
        )}
        <More pages={charges} />
      </div>
    </Page>
  );
}

function Charge({ charge, mayOperate }: { readonly charge: OfficeOrder; readonly mayOperate: boolean }) {
  const text = useText();
  const format = useFormat();
  const [isDropping, setDropping] = useState(false);
  const { supplement, buyer, userName, id, placedAt, status, invoices, cancellation, net, gross } = charge;
  const [item] = charge.items;
  if (supplement === null || item === undefined) return null;
  const power = (powerW: number) => format.inWords(format.ratedPower(powerW));
  const { plantName, plantId, firstDay, lastDay, licensedPowerW } = item;
  return (
    <Card>
      <div className="panel-head">
        <h2>{plantName === '' ? plantId : plantName}</h2>
        <ChargeChip charge={charge} />
      </div>
      <Facts
        of={[
          [
            text('office.charges.customer'),
            buyer === null ? text('office.shop.forgotten') : `${buyer.name}, ${buyer.town}`,
          ],
          buyer === null ? null : [text('office.orders.mail'), buyer.email],
          userName === null ? null : [text('account.userName'), userName],
          [
            text('shop.licence'),
            <Link key="licence" to="/office/licences/$plantId" params={{ plantId }} search={{}}>
              {text('shop.period', { first: format.day(firstDay), last: format.day(lastDay) })}
            </Link>,
          ],
          [
            text('office.charges.power'),
            text('office.charges.powerText', {
              stated: power(supplement.statedPowerW),
              found: power(licensedPowerW),
              day: format.day(supplement.since),
            }),
          ],
          [text('office.charges.evidence'), supplement.evidence ?? text('office.shop.forgotten')],
          [
            text('office.charges.amount'),
            text('office.charges.amountText', { gross: format.euro(gross), net: format.euro(net) }),
          ],
          [text('office.charges.charged'), format.portal(placedAt)],
          [text('office.charges.documents'), <Documents key="documents" of={invoices} />],
          [text('shop.orderNumber'), <span className="ids">{id}</span>],
          cancellation === null
            ? null
            : [
                text('office.charges.dropped'),
                cancellation.note === null
                  ? format.portal(cancellation.at)
                  : text('office.charges.droppedWhy', {
                      when: format.portal(cancellation.at),
                      why: cancellation.note,
                    }),
              ],
        ]}
      />
      <KeptEvidence supplement={supplement} path={`/office/charges/${id}/evidence`} />
      {status === 'open' && mayOperate && (
        <div className="form-actions">
          <Button onClick={() => setDropping(true)}>{text('office.charges.drop')}</Button>
        </div>
      )}
      {isDropping && <DropChargeDialog charge={charge} onClose={() => setDropping(false)} />}
    </Card>
  );
}

function Documents({ of }: { readonly of: OfficeOrder['invoices'] }) {
  const text = useText();
  if (of.length === 0) return text('office.charges.documentComes');
  return (
    <span className="documents">
      {of.map(({ number, kind }) => (
        <a key={number} href={`/api/v1/office/invoices/${number}.pdf`} download>
          {text(`shop.invoice.${kind}`)} {number}
        </a>
      ))}
    </span>
  );
}

const looks = {
  open: { tone: 'sun', icon: 'clock' },
  overdue: { tone: 'warn', icon: 'alert' },
  paid: { tone: 'ok', icon: 'check' },
  cancelled: { tone: 'mute', icon: 'close' },
} as const;

/** How a charge stands: paid, dropped, or until when it is to be paid. */
function ChargeChip({ charge: { status, supplement } }: { readonly charge: OfficeOrder }) {
  const text = useText();
  const format = useFormat();
  const dueOn = supplement?.dueOn ?? '';
  const isLate = dueOn < new Intl.DateTimeFormat('sv-SE', { timeZone: portalZone }).format();
  const state = status === 'open' ? (isLate ? 'overdue' : 'open') : status === 'cancelled' ? 'cancelled' : 'paid';
  return <Chip {...looks[state]}>{text(`office.charges.state.${state}`, { day: format.day(dueOn, 'dayShort') })}</Chip>;
}
