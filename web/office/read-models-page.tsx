import type { ReadModelList } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Page } from '../ui/page.js';
import { Card, Chip, Loading, Notice } from '../ui/surfaces.js';
import { Table } from '../ui/table.js';
import { ReadModelCard } from './read-model-card.js';
import { useReadModels } from './read-models-api.js';
import { useMay } from './use-rights.js';
import './read-models.css';

/** How the read models stand, live, and what can be done with them. */
export function ReadModelsPage() {
  const text = useText();
  const mayOperate = useMay()('projections:operate');
  const readModels = useReadModels();
  return (
    <Page title={text('office.readModels.title')} lead={text('office.readModels.lead')}>
      {readModels.isPending && <Loading />}
      {readModels.error !== null && readModels.data === undefined && (
        <LoadFailure error={readModels.error} retry={() => void readModels.refetch()} />
      )}
      {readModels.data !== undefined && (
        <div className="stack read-models">
          {!mayOperate && <Notice>{text('office.readModels.readOnly')}</Notice>}
          {readModels.data.items.map((model) => (
            <ReadModelCard key={model.name} model={model} mayOperate={mayOperate} />
          ))}
          <Policies list={readModels.data} />
          <p className="tertiary num">{text('office.readModels.head', { position: readModels.data.head })}</p>
        </div>
      )}
    </Page>
  );
}

function Policies({ list: { policies } }: { readonly list: ReadModelList }) {
  const text = useText();
  const format = useFormat();
  return (
    <Card>
      <div className="panel-head">
        <h2>{text('office.readModels.policies')}</h2>
      </div>
      <p className="secondary">{text('office.readModels.policiesLead')}</p>
      <Table
        caption={text('office.readModels.policies')}
        rows={policies}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', head: text('office.readModels.name'), cell: ({ name }) => name.replace(/^policy\//, '') },
          {
            key: 'position',
            head: text('office.readModels.position'),
            right: true,
            cell: ({ position }) => <span className="num">{format.number(Number(position))}</span>,
          },
          {
            key: 'state',
            head: text('office.readModels.state'),
            cell: ({ failure, lagEvents, ahead }) => {
              if (ahead)
                return (
                  <Chip tone="fault" icon="fault">
                    {text('office.readModels.policyAhead')}
                  </Chip>
                );
              if (failure !== null)
                return (
                  <Chip tone="fault" icon="fault">
                    {text('office.readModels.stoppedAt', failure)}
                  </Chip>
                );
              return lagEvents === 0 ? (
                <Chip tone="ok" icon="check">
                  {text('office.readModels.upToDate')}
                </Chip>
              ) : (
                <Chip tone="warn" icon="clock">
                  {text('office.readModels.behind', { count: lagEvents })}
                </Chip>
              );
            },
          },
        ]}
      />
    </Card>
  );
}
