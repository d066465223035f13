import { Link } from '@tanstack/react-router';
import { countryName } from '../forms/countries.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Figure } from '../ui/figure.js';
import { Table, type Column } from '../ui/table.js';
import type { PublicPlant } from './api.js';

/** B9: exactly these columns. */
export function PlantTable({ plants }: { readonly plants: readonly PublicPlant[] }) {
  const text = useText();
  const format = useFormat();
  const columns: readonly Column<PublicPlant>[] = [
    {
      key: 'town',
      head: text('public.town'),
      cell: ({ id, town }) => (
        <Link to="/public-plants/$plantId" params={{ plantId: id }}>
          <b>{town}</b>
        </Link>
      ),
    },
    { key: 'postcode', head: text('public.postcode'), cell: ({ postcode }) => <span className="num">{postcode}</span> },
    { key: 'country', head: text('public.country'), cell: ({ country }) => countryName(country, format.language) },
    {
      key: 'generator',
      head: text('public.generatorPower'),
      right: true,
      cell: ({ generatorPowerW }) => (
        <Labelled label={text('public.generatorPower')} of={format.ratedPower(generatorPowerW)} />
      ),
    },
    {
      key: 'ac',
      head: text('public.acPower'),
      right: true,
      cell: ({ nominalPowerW }) => (
        <Labelled label={text('public.acPower')} of={format.ratedPower(nominalPowerW || null)} />
      ),
    },
    {
      key: 'today',
      head: text('public.today'),
      right: true,
      cell: ({ energyTodayWh }) => <Labelled label={text('public.today')} of={format.energy(energyTodayWh)} />,
    },
    {
      key: 'total',
      head: text('public.total'),
      right: true,
      cell: ({ energyTotalWh }) => <Labelled label={text('public.total')} of={format.energy(energyTotalWh)} />,
    },
  ];
  return <Table caption={text('public.list')} columns={columns} rows={plants} rowKey={({ id }) => id} />;
}

/** On a phone the heads of the columns are gone: each figure says what it is. */
function Labelled({ label, of }: { readonly label: string; readonly of: Parameters<typeof Figure>[0]['of'] }) {
  return (
    <>
      <span className="on-phone">{label}</span> <Figure of={of} />
    </>
  );
}
