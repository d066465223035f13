import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../api/client.js';
import type { OfficeOrder } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/surfaces.js';
import { useToast } from '../../ui/toast.js';
import { ReasonDialog } from './reason-dialog.js';

type PlannedEndsProps = { readonly order: OfficeOrder; readonly mayOperate: boolean };
type PlannedEnd = { readonly lastDay: string; readonly plantIds: readonly string[]; readonly plants: string };

/** Ends of the contract on days to come, and how each is taken back. */
export function PlannedEnds({ order, mayOperate }: PlannedEndsProps) {
  const text = useText();
  const format = useFormat();
  const [lifting, setLifting] = useState<PlannedEnd | null>(null);
  const days = [...new Set(order.items.flatMap(({ plannedLastDay }) => plannedLastDay ?? []))].toSorted();
  const ends = days.map((lastDay): PlannedEnd => {
    const items = order.items.filter(({ plannedLastDay }) => plannedLastDay === lastDay);
    const names = items.map(({ plantName, plantId }) => (plantName === '' ? plantId : plantName));
    return { lastDay, plantIds: items.map(({ plantId }) => plantId), plants: format.list(names) };
  });
  return (
    <>
      {ends.map((end) => (
        <div key={end.lastDay} className="matter">
          <Notice>
            <p>
              <b>{text('office.plannedEnd.title', { day: format.day(end.lastDay) })}</b>
            </p>
            <p>{text('office.plannedEnd.text', { plants: end.plants })}</p>
          </Notice>
          {mayOperate && (
            <div className="row">
              <Button onClick={() => setLifting(end)}>{text('office.plannedEnd.lift')}</Button>
            </div>
          )}
        </div>
      ))}
      {lifting !== null && <LiftDialog orderId={order.id} end={lifting} onClose={() => setLifting(null)} />}
    </>
  );
}

type LiftDialogProps = { readonly orderId: string; readonly end: PlannedEnd; readonly onClose: () => void };

function LiftDialog({ orderId, end: { plantIds, plants }, onClose }: LiftDialogProps) {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  return (
    <ReasonDialog
      title={text('office.plannedEnd.lift')}
      lead={text('office.plannedEnd.liftText', { plants })}
      label={text('office.plannedEnd.why')}
      submit={text('office.plannedEnd.lift')}
      onReason={async (reason) => {
        await request<OfficeOrder>('POST', `/office/orders/${orderId}/continuation`, { body: { plantIds, reason } });
        await client.invalidateQueries({ queryKey: ['office'] });
        toast(text('office.plannedEnd.isLifted'));
      }}
      onClose={onClose}
    />
  );
}
