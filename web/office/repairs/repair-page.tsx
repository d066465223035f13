import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { request } from '../../api/client.js';
import type { OfficeRepairOrder } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { overStatuses } from '../../repairs/api.js';
import { Attachments } from '../../repairs/attachments.js';
import { Evidence } from '../../repairs/evidence.js';
import { Messages } from '../../repairs/messages-view.js';
import { OfferView } from '../../repairs/offer-view.js';
import { RepairChip } from '../../repairs/repair-chip.js';
import { Compensation } from '../../repairs/compensation.js';
import { RequestView } from '../../repairs/request-view.js';
import { Track } from '../../repairs/track-view.js';
import { LoadFailure } from '../../shell/failure.js';
import { Page } from '../../ui/page.js';
import { Card, Loading, Notice } from '../../ui/surfaces.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../use-rights.js';
import type { Act } from './act.js';
import { Assignment } from './assignment.js';
import { OfferForm } from './offer-form.js';
import { NextStep } from './next-step.js';
import { WithdrawalForm } from './withdrawal-form.js';

const route = getRouteApi('/signed-in/office/repairs/$repairId');

/** One repair in the office: what the customer says, what the portal knows, and the next step (H3, H6). */
export function OfficeRepairPage() {
  const text = useText();
  const { repairId } = route.useParams();
  const repair = useQuery({
    queryKey: ['office', 'repair', repairId],
    queryFn: ({ signal }) => request<OfficeRepairOrder>('GET', `/office/repair-orders/${repairId}`, { signal }),
    refetchInterval: 30_000,
  });
  if (repair.data !== undefined) return <Shown repair={repair.data} />;
  return (
    <Page title={text('office.repairs.title')} narrow>
      {repair.isError ? <LoadFailure error={repair.error} retry={() => void repair.refetch()} /> : <Loading />}
    </Page>
  );
}

function Shown({ repair }: { readonly repair: OfficeRepairOrder }) {
  const text = useText();
  const format = useFormat();
  const client = useQueryClient();
  const toast = useToast();
  const mayHandle = useMay()('repairs:handle');
  const { id, status, offer } = repair;
  const act: Act = async (path, body, idempotencyKey) => {
    const now = await request<OfficeRepairOrder>('POST', `/office/repair-orders/${id}${path}`, {
      ...(body === undefined ? {} : { body }),
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
    client.setQueryData(['office', 'repair', id], now);
    await client.invalidateQueries({ queryKey: ['office', 'repair-orders'] });
    toast(text('office.repairs.done'));
  };
  const takesOffers = status === 'requested' || status === 'offered';
  return (
    <Page
      title={text('repair.track', { number: repair.number })}
      beside={<RepairChip status={status} />}
      lead={text('office.repairs.customer', { name: repair.customer.userName ?? '–' })}
      narrow
    >
      <div className="stack">
        {!mayHandle && <Notice>{text('office.repairs.readOnly')}</Notice>}
        <Assignment repair={repair} act={mayHandle ? act : null} />
        <Card className="panel repair-card">
          <h2>{text('repair.steps')}</h2>
          <Track repair={repair} />
          <Compensation repair={repair} />
          {repair.endReason !== null && <p>{text('repair.reasonShown', { reason: repair.endReason })}</p>}
        </Card>
        <RequestView repair={repair} title={text('office.repairs.request')} />
        <Known repair={repair} />
        {offer !== null && (
          <Card className="panel repair-card">
            <h2>{text(status === 'offered' ? 'repair.offer' : 'repair.agreed')}</h2>
            <OfferView offer={offer} />
          </Card>
        )}
        {repair.invoice !== null && status !== 'withdrawn' && (
          <Notice tone={repair.invoice.paidOn === null ? 'warn' : 'ok'}>
            {text('repair.invoice', {
              number: repair.invoice.number,
              amount: format.euro(repair.invoice.gross),
              day: format.day(repair.invoice.dueOn),
            })}
            {repair.invoice.paidOn !== null && ` · ${text('repair.paid', { day: format.day(repair.invoice.paidOn) })}`}
          </Notice>
        )}
        {mayHandle && takesOffers && <OfferForm key={offer?.offerNo ?? 0} repair={repair} act={act} />}
        {mayHandle && repair.maySettleWithdrawal && offer !== null && <WithdrawalForm offer={offer} act={act} />}
        {mayHandle && <NextStep key={`${status}${repair.invoice?.paidOn ?? ''}`} repair={repair} act={act} />}
        <Card className="panel repair-card">
          <h2>{text('repair.files')}</h2>
          {repair.attachments.length === 0 && <p className="secondary">{text('repair.noFiles')}</p>}
          <Attachments
            files={repair.attachments}
            path={`/office/repair-orders/${id}`}
            {...(mayHandle &&
              !overStatuses.includes(status) && {
                begin: () => Promise.resolve(`/office/repair-orders/${id}`),
                onAdded: () => void client.invalidateQueries({ queryKey: ['office', 'repair', id] }),
              })}
          />
        </Card>
        <Messages
          messages={repair.messages}
          reader="office"
          {...(mayHandle && {
            write: (message: string, key: string) => act('/messages', { text: message }, key),
          })}
        />
      </div>
    </Page>
  );
}

function Known({ repair: { evidence, proposedCategory, device } }: { readonly repair: OfficeRepairOrder }) {
  const text = useText();
  const { serialNumber } = device;
  return (
    <Card className="panel repair-card">
      <h2>{text('office.repairs.evidence')}</h2>
      {serialNumber !== null && (
        <p>
          <Link to="/office/devices/$serialNumber" params={{ serialNumber }}>
            {text('office.repairs.biography', { serialNumber })}
          </Link>
        </p>
      )}
      {proposedCategory !== null && (
        <p>{text('office.repairs.proposed', { category: text(`repair.category.${proposedCategory}`) })}</p>
      )}
      {evidence === null ? (
        <p className="secondary">{text('office.repairs.noEvidence')}</p>
      ) : (
        <Evidence evidence={evidence} />
      )}
    </Card>
  );
}
