import './shop.css';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OfficeDeclaration } from '../../api/types.js';
import { usePages } from '../../api/use-pages.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { LoadFailure } from '../../shell/failure.js';
import { Button } from '../../ui/button.js';
import { More } from '../../ui/more.js';
import { Page } from '../../ui/page.js';
import { Segmented } from '../../ui/segmented.js';
import { Card, Chip, EmptyState, Loading, Notice } from '../../ui/surfaces.js';
import { useMay } from '../use-rights.js';
import { DecideDialog } from './decide-dialog.js';
import { AssignDialog, HandledDialog } from './declaration-dialogs.js';
import { Facts } from '../../ui/facts.js';
import type { DeclarationState } from './searches.js';

type DeclarationsPageProps = {
  readonly state: DeclarationState;
  readonly onShow: (state: DeclarationState) => void;
};

/** Withdrawals and cancellations, which anybody may declare: what reached us when, and which contract it means. */
export function DeclarationsPage({ state, onShow }: DeclarationsPageProps) {
  const text = useText();
  const mayOperate = useMay()('orders:operate');
  const declarations = usePages<OfficeDeclaration>('/office/declarations', { state });
  return (
    <Page title={text('office.declarations.title')} lead={text('office.declarations.lead')} narrow>
      <div className="stack">
        <div className="row">
          <Segmented
            label={text('office.declarations.which')}
            value={state}
            options={[
              { value: 'open', label: text('office.declarations.open') },
              { value: 'handled', label: text('office.declarations.handled') },
            ]}
            onChange={onShow}
          />
        </div>
        {!mayOperate && state === 'open' && <Notice>{text('office.declarations.readOnly')}</Notice>}
        {declarations.items === undefined ? (
          declarations.isError ? (
            <div className="card">
              <LoadFailure error={declarations.error} retry={() => void declarations.refetch()} />
            </div>
          ) : (
            <Loading />
          )
        ) : declarations.items.length === 0 ? (
          <div className="card">
            <EmptyState icon="check" title={text(`office.declarations.none.${state}`)}>
              <p>{text(`office.declarations.noneText.${state}`)}</p>
            </EmptyState>
          </div>
        ) : (
          declarations.items.map((one) => <Declaration key={one.id} declaration={one} mayOperate={mayOperate} />)
        )}
        <More pages={declarations} />
      </div>
    </Page>
  );
}

type DeclarationProps = { readonly declaration: OfficeDeclaration; readonly mayOperate: boolean };

function Declaration({ declaration, mayOperate }: DeclarationProps) {
  const text = useText();
  const format = useFormat();
  const [asking, setAsking] = useState<'assign' | 'decide' | 'handled' | null>(null);
  const { kind, receivedAt, name, email, contract, plant, reason, desiredEnd, order, handledAt, handledBy, note } =
    declaration;
  const isOpen = handledAt === null;
  const isDecidable =
    kind !== 'ordinaryCancellation' && order?.acceptedAt != null && order.plants.some(({ isOver }) => !isOver);
  return (
    <Card>
      <div className="panel-head">
        <h2>{text(`office.declarations.kind.${kind}`)}</h2>
        <State declaration={declaration} />
      </div>
      <Facts
        of={[
          [text('office.declarations.received'), format.portal(receivedAt, 'exact')],
          [text('office.declarations.name'), name],
          [text('office.declarations.email'), email],
          [text('office.declarations.contract'), contract],
          plant === null ? null : [text('office.declarations.plant'), plant],
          reason === null ? null : [text('declare.reason'), reason],
          desiredEnd === null ? null : [text('declare.desiredEnd'), format.day(desiredEnd)],
          order === null ? null : [text('office.declarations.means'), <Contract key="order" order={order} />],
          isOpen
            ? null
            : [
                text('office.declarations.done'),
                text(handledBy === null ? 'office.declarations.byItself' : 'office.declarations.by', {
                  when: format.portal(handledAt),
                  who: handledBy ?? '',
                }),
              ],
          note === null ? null : [text('office.declarations.note'), note],
        ]}
      />
      {isOpen && mayOperate && (
        <div className="form-actions">
          <Button onClick={() => setAsking('handled')}>{text('office.declarations.markDone')}</Button>
          <Button look={order === null ? 'primary' : undefined} onClick={() => setAsking('assign')}>
            {text(order === null ? 'office.declarations.assign' : 'office.declarations.assignOther')}
          </Button>
          {isDecidable && (
            <Button look="primary" onClick={() => setAsking('decide')}>
              {text('office.declarations.decide')}
            </Button>
          )}
        </div>
      )}
      {asking === 'decide' && order !== null && (
        <DecideDialog declaration={declaration} order={order} onClose={() => setAsking(null)} />
      )}
      {asking === 'assign' && <AssignDialog declaration={declaration} onClose={() => setAsking(null)} />}
      {asking === 'handled' && <HandledDialog declaration={declaration} onClose={() => setAsking(null)} />}
    </Card>
  );
}

function State({ declaration: { order, handledAt } }: { readonly declaration: OfficeDeclaration }) {
  const text = useText();
  if (handledAt !== null)
    return (
      <Chip tone="ok" icon="check">
        {text('office.declarations.state.handled')}
      </Chip>
    );
  return order === null ? (
    <Chip tone="warn" icon="alert">
      {text('office.declarations.state.unmatched')}
    </Chip>
  ) : (
    <Chip tone="sun" icon="clock">
      {text('office.declarations.state.matched')}
    </Chip>
  );
}

function Contract({ order }: { readonly order: NonNullable<OfficeDeclaration['order']> }) {
  const text = useText();
  const format = useFormat();
  const { id, status, acceptedAt, withdrawnAt, plants } = order;
  return (
    <>
      <Link to="/office/orders" search={{ find: id }}>
        {acceptedAt === null
          ? text('office.declarations.order', { state: text(`shop.status.${status}`) })
          : text('office.declarations.orderOf', { day: format.portal(acceptedAt, 'day') })}
      </Link>
      {withdrawnAt !== null && `, ${text('shop.status.withdrawn')}`}
      {plants.map(({ plantId, name, plannedLastDay }) => {
        const plant = name === '' ? plantId : name;
        return (
          <span key={plantId}>
            {', '}
            <Link to="/office/licences/$plantId" params={{ plantId }} search={{}}>
              {plannedLastDay === null
                ? plant
                : text('office.declarations.plannedEnd', { plant, day: format.day(plannedLastDay, 'dayShort') })}
            </Link>
          </span>
        );
      })}
    </>
  );
}
