import { useQuery } from '@tanstack/react-query';
import type { CategoryProposal } from '../api/types.js';
import { SelectField } from '../forms/fields.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Loading, Notice } from '../ui/surfaces.js';
import { categoryQuery, repairCategories } from './api.js';
import { StepForm } from './step-form.js';
import type { Draft } from './use-draft.js';

/** What the device is to the workshop (H2): proposed with the reason, confirmed by the person. */
export function CategoryStep({ draft }: { readonly draft: Draft }) {
  const { values } = draft;
  const proposal = useQuery(
    categoryQuery({
      serialNumber: values['/device/serialNumber'],
      type: values['/device/type'] || undefined,
      deliveredOn: values['/device/deliveredOn'] || undefined,
    }),
  );
  if (proposal.data !== undefined) return <Confirm draft={draft} proposal={proposal.data} />;
  return proposal.isError ? <LoadFailure error={proposal.error} retry={() => void proposal.refetch()} /> : <Loading />;
}

function Confirm({ draft, proposal }: { readonly draft: Draft; readonly proposal: CategoryProposal }) {
  const text = useText();
  const format = useFormat();
  const { category, reason, warrantyUntil } = proposal;
  const because = text(`repair.because.${reason}`, {
    day: format.day(draft.values['/device/deliveredOn'] || null),
    end: format.day(warrantyUntil),
  });
  const chosen = draft.values['/device/category'] || (category ?? '');
  return (
    <StepForm
      draft={draft}
      step="category"
      names={['/device/category']}
      initial={{ '/device/category': chosen }}
      next={text('repair.confirmCategory')}
    >
      {({ field }) => (
        <>
          <Notice tone={category === null ? 'warn' : 'ok'}>
            <p>
              {category !== null && (
                <>
                  <b>{text('repair.proposed', { category: text(`repair.category.${category}`) })}</b>{' '}
                </>
              )}
              {because}
            </p>
          </Notice>
          <SelectField
            field={field('/device/category')}
            label={text('repair.category')}
            help={text('repair.categoryHelp')}
            empty={text('repair.categoryEmpty')}
            options={repairCategories.map((value) => ({ value, label: text(`repair.category.${value}`) }))}
          />
        </>
      )}
    </StepForm>
  );
}
