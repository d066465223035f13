import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../api/accounts.js';
import { request } from '../api/client.js';
import type { RepairOrder } from '../api/types.js';
import { Checkbox, TextArea } from '../forms/fields.js';
import { FormFrame } from '../forms/form.js';
import { atMost } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import type { PlacedOrder } from '../shop/api.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Card, Dialog, Notice } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { overStatuses, repairQuery } from './api.js';
import { Attachments } from './attachments.js';
import { Compensation } from './compensation.js';
import { Messages } from './messages-view.js';
import { OfferView, type Offer } from './offer-view.js';
import { RepairChip } from './repair-chip.js';
import { RequestView } from './request-view.js';
import { Track } from './track-view.js';

/** A wish about this repair; the answer is the repair as it is then. */
function useWish({ id }: RepairOrder) {
  const client = useQueryClient();
  return async (path: string, body?: unknown, idempotencyKey?: string) => {
    const options = {
      ...(body === undefined ? {} : { body }),
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    };
    const now = await request<RepairOrder>('POST', `/repair-orders/${id}${path}`, options);
    client.setQueryData(repairQuery(id).queryKey, now);
    await client.invalidateQueries({ queryKey: ['repair-orders'] });
  };
}

/** A repair on its way, like a parcel: where it is, what comes next, and what was written about it. */
export function Tracker({ repair }: { readonly repair: RepairOrder }) {
  const text = useText();
  const toast = useToast();
  const wish = useWish(repair);
  const { status, offer, messages } = repair;
  const isOver = overStatuses.includes(status);
  const client = useQueryClient();
  const reload = () => client.invalidateQueries({ queryKey: repairQuery(repair.id).queryKey });
  return (
    <Page
      title={text('repair.track', { number: repair.number })}
      beside={<RepairChip status={status} />}
      lead={[repair.device.type, repair.device.serialNumber].filter(Boolean).join(' · ')}
      narrow
    >
      <div className="stack">
        <Next repair={repair} wish={wish} />
        <Card className="panel repair-card">
          <h2>{text('repair.steps')}</h2>
          <Track repair={repair} />
          <Compensation repair={repair} />
        </Card>
        {offer !== null && (
          <Card className="panel repair-card">
            <h2>{text(status === 'offered' ? 'repair.offer' : 'repair.agreed')}</h2>
            <OfferView offer={offer} />
            {status === 'offered' && <Answer offer={offer} wish={wish} />}
          </Card>
        )}
        <Messages
          messages={messages}
          reader="customer"
          write={async (message, key) => {
            await wish('/messages', { text: message }, key);
            toast(text('repair.messageSent'));
          }}
        />
        <Card className="panel repair-card">
          <h2>{text('repair.files')}</h2>
          {repair.attachments.length === 0 && isOver && <p className="secondary">{text('repair.noFiles')}</p>}
          <Attachments
            files={repair.attachments}
            path={`/repair-orders/${repair.id}`}
            {...(!isOver && {
              begin: () => Promise.resolve(`/repair-orders/${repair.id}`),
              onAdded: () => void reload(),
            })}
          />
        </Card>
        <RequestView repair={repair} />
      </div>
    </Page>
  );
}

type Wish = ReturnType<typeof useWish>;

function Next({ repair, wish }: { readonly repair: RepairOrder; readonly wish: Wish }) {
  const text = useText();
  const format = useFormat();
  const act = useMutation({ mutationFn: (path: string) => wish(path) });
  const { status, dueOn, endReason, shipment, invoice } = repair;
  return (
    <>
      {act.error !== null && <LoadFailure error={act.error} />}
      {status === 'requested' && (
        <Notice>
          <div className="stack">
            <p>{text('repair.dueText', { day: format.day(dueOn) })}</p>
            <div>
              <Button busy={act.isPending} onClick={() => act.mutate('/withdrawal')}>
                {text('repair.withdraw')}
              </Button>
            </div>
          </div>
        </Notice>
      )}
      {status === 'accepted' && (
        <Notice tone="ok" live>
          <div className="stack">
            <p>{text('repair.acceptedText')}</p>
            <div>
              <Button busy={act.isPending} onClick={() => act.mutate('/dispatch')}>
                {text('repair.dispatch')}
              </Button>
            </div>
          </div>
        </Notice>
      )}
      {repair.owes && <Payable repair={repair} />}
      {endReason !== null && <Notice>{text('repair.reasonShown', { reason: endReason })}</Notice>}
      {overStatuses.includes(status) && repair.isDeviceAway && <Notice>{text('repair.comesBack')}</Notice>}
      {shipment !== null && (
        <Notice>
          {text('repair.shipment', {
            carrier: shipment.carrier ?? '–',
            trackingNumber: shipment.trackingNumber ?? '',
          })}
        </Notice>
      )}
      {invoice !== null && (status !== 'withdrawn' || repair.owes) && (
        <Notice tone={invoice.paidOn === null ? 'warn' : 'ok'}>
          {text('repair.invoice', {
            number: invoice.number,
            amount: format.euro(invoice.gross),
            day: format.day(invoice.dueOn),
          })}{' '}
          <a href={`/api/v1/invoices/${invoice.number}.pdf`} download>
            {text('repair.invoiceFile')}
          </a>
          {invoice.paidOn !== null && ` · ${text('repair.paid', { day: format.day(invoice.paidOn) })}`}
        </Notice>
      )}
    </>
  );
}

/** What was agreed can be paid online at once, or by transfer when the invoice has come. */
function Payable({ repair: { id, invoice } }: { readonly repair: RepairOrder }) {
  const text = useText();
  const pay = useMutation({
    mutationFn: () => request<PlacedOrder>('POST', `/repair-orders/${id}/payment`),
    onSuccess: ({ paymentUrl }) => {
      if (paymentUrl !== null) location.assign(paymentUrl);
    },
  });
  return (
    <Notice tone="sun">
      <div className="stack">
        <p>{text(invoice === null ? 'repair.payEarly' : 'repair.payInvoice')}</p>
        {pay.error !== null && <LoadFailure error={pay.error} />}
        <div>
          <Button look="primary" busy={pay.isPending} onClick={() => pay.mutate()}>
            {text('repair.pay')}
          </Button>
        </div>
      </div>
    </Notice>
  );
}

function Answer({ offer, wish }: { readonly offer: Offer; readonly wish: Wish }) {
  const text = useText();
  const format = useFormat();
  const [isRefusing, setRefusing] = useState(false);
  const { offerNo, validUntil, gross, isLapsed } = offer;
  const needsEarlyStart = useMe().data?.kind === 'consumer' && gross.cents > 0;
  const form = useForm({
    initial: { '/earlyStart': '' },
    validate: (values) => ({
      '/earlyStart': needsEarlyStart && values['/earlyStart'] !== 'yes' ? text('repair.earlyStartMissing') : undefined,
    }),
    submit: (values) => wish('/offer/acceptance', { offerNo, earlyStart: values['/earlyStart'] === 'yes' }),
  });
  const day = format.day(validUntil);
  if (isLapsed) return <Notice tone="warn">{text('repair.lapsed', { day })}</Notice>;
  return (
    <>
      <p className="secondary">{text('repair.validUntil', { day })}</p>
      <FormFrame form={form} label={text('repair.offer')}>
        {needsEarlyStart && (
          <Checkbox
            field={form.field('/earlyStart')}
            required
            label={text('repair.earlyStart')}
            help={
              <Link to="/documents/$kind" params={{ kind: 'withdrawal' }} target="_blank">
                {text('shop.withdrawalLink')}
              </Link>
            }
          />
        )}
        {gross.cents > 0 && <p className="secondary">{text('repair.payWays')}</p>}
        <div className="row">
          <Button look="primary" type="submit" busy={form.busy}>
            {text(gross.cents === 0 ? 'repair.acceptFree' : 'repair.accept')}
          </Button>
          <Button onClick={() => setRefusing(true)}>{text('repair.refuse')}</Button>
        </div>
      </FormFrame>
      {isRefusing && (
        <RefuseDialog
          refuse={(reason) => wish('/offer/refusal', { offerNo, reason })}
          onClose={() => setRefusing(false)}
        />
      )}
    </>
  );
}

type RefuseProps = { readonly refuse: (reason: string) => Promise<void>; readonly onClose: () => void };

function RefuseDialog({ refuse, onClose }: RefuseProps) {
  const text = useText();
  const title = text('repair.refuseTitle');
  const form = useForm({
    initial: { '/reason': '' },
    validate: (values) => ({ '/reason': atMost(text, values['/reason'], 1_000) }),
    submit: async (values) => {
      await refuse(values['/reason'].trim());
      onClose();
    },
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <FormFrame form={form} label={title}>
        <p className="secondary">{text('repair.refuseText')}</p>
        <TextArea field={form.field('/reason')} label={text('repair.reason')} optional />
        <div className="form-actions">
          <Button onClick={onClose}>{text('ui.cancel')}</Button>
          <Button look="danger" type="submit" busy={form.busy}>
            {text('repair.refuse')}
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  );
}
