import './site.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { inverterTypesQuery } from '../api/plants.js';
import type { InverterType } from '../api/types.js';
import { nothing } from '../format/numbers.js';
import { useFormat } from '../format/use-format.js';
import { Field } from '../forms/fields.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Figure } from '../ui/figure.js';
import { Page } from '../ui/page.js';
import { EmptyState, Loading } from '../ui/surfaces.js';
import { Table, type Column } from '../ui/table.js';

const plain = (text: string) => text.toLowerCase().replace(/[\s\-_/.]+/g, '');

const matches = (type: InverterType, wanted: string) =>
  [type.maker, type.model, `${type.maker} ${type.model}`, ...type.aliases].some((name) =>
    plain(name).includes(plain(wanted)),
  );

/** Public catalogue of the devices that can report to the portal. */
export function InverterTypesPage() {
  const text = useText();
  const types = useQuery(inverterTypesQuery);
  const [wanted, setWanted] = useState('');
  const found = (types.data ?? []).filter((type) => matches(type, wanted));
  return (
    <Page title={text('types.title')} lead={text('types.lead')}>
      <div className="search-box">
        <Field id="types-search" label={text('types.search')} help={text('types.searchHelp')} error={undefined}>
          <input
            id="types-search"
            type="search"
            className="input"
            value={wanted}
            aria-describedby="types-search-help"
            onChange={(event) => setWanted(event.target.value)}
          />
        </Field>
      </div>
      {types.isError ? (
        <LoadFailure error={types.error} retry={() => void types.refetch()} />
      ) : types.data === undefined ? (
        <Loading />
      ) : (
        <div className="card type-list">
          <p className="visually-hidden" role="status">
            {text('types.count', { count: found.length })}
          </p>
          {found.length === 0 ? (
            <EmptyState icon="search" title={text('types.none')}>
              <p>{text('types.noneText')}</p>
            </EmptyState>
          ) : (
            <TypeTable types={found} />
          )}
        </div>
      )}
    </Page>
  );
}

function TypeTable({ types }: { readonly types: readonly InverterType[] }) {
  const text = useText();
  const format = useFormat();
  const columns: readonly Column<InverterType>[] = [
    { key: 'model', head: text('types.model'), cell: ({ model }) => <b>{model}</b> },
    { key: 'maker', head: text('types.maker'), cell: ({ maker }) => <span className="nowrap">{maker}</span> },
    {
      key: 'power',
      head: text('types.power'),
      right: true,
      cell: ({ nominalPowerW }) => <Figure of={format.ratedPower(nominalPowerW)} />,
    },
    ...(types.some(({ minimumFirmware }) => minimumFirmware !== null)
      ? [
          {
            key: 'firmware',
            head: text('types.firmware'),
            cell: ({ minimumFirmware }: InverterType) => (
              <>
                <span className="on-phone">{text('types.firmware')} </span>
                {minimumFirmware ?? nothing}
              </>
            ),
          },
        ]
      : []),
    {
      key: 'aliases',
      head: text('types.aliases'),
      cell: ({ aliases }) => <span className="secondary">{aliases.join(', ') || nothing}</span>,
    },
  ];
  return <Table caption={text('types.title')} columns={columns} rows={types} rowKey={({ id }) => id} />;
}
