import type { Plant } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';

/** Instead of a form that a viewer came to by its address. */
export function ViewOnly({ plant }: { readonly plant: Plant }) {
  const text = useText();
  return (
    <Page title={text('sharing.viewOnly')} lead={text('sharing.viewOnlyText', { owner: plant.ownerName ?? '' })}>
      <ButtonLink look="primary" to="/plants/$plantId" params={{ plantId: plant.id }}>
        {text('sharing.toPlant')}
      </ButtonLink>
    </Page>
  );
}
