import { FormGroup } from '../forms/form.js';
import { useText } from '../i18n/use-text.js';

/** How programs that were made for the data service of the original portal find the plant. */
export function DataServiceCard({ number }: { readonly number: number }) {
  const text = useText();
  return (
    <FormGroup title={text('plantForm.dataService')} help={text('plantForm.dataServiceHelp')}>
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
      <p className="help">{text('plantForm.dataServiceText')}</p>
    </FormGroup>
  );
}
