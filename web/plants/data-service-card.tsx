import { useText } from '../i18n/use-text.js';

/** How programs that were made for the data service of the original portal find the plant. */
export function DataServiceCard({ number }: { readonly number: number }) {
  const text = useText();
  return (
    <section className="card panel" aria-labelledby="data-service">
      <h2 id="data-service">{text('plantForm.dataService')}</h2>
      <p className="secondary">{text('plantForm.dataServiceText')}</p>
      <dl className="facts">
        <dt>{text('plantForm.dataServiceNumber')}</dt>
        <dd className="num">{number}</dd>
        <dt>{text('plantForm.dataServiceAddress')}</dt>
        <dd>
          <code>
            {window.location.origin}
            <wbr />
            /DataServiceApi.asmx
          </code>
        </dd>
      </dl>
    </section>
  );
}
