import { mayAddPlants } from '../api/accounts.js';
import type { Me } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { ButtonLink } from '../ui/button.js';
import { EmptyState } from '../ui/surfaces.js';

/** What to do when there is no plant yet: add one, or be invited to somebody else's. */
export function FirstSteps({ me }: { readonly me: Me }) {
  const text = useText();
  if (!mayAddPlants(me))
    return (
      <div className="card">
        <EmptyState icon="sun" title={text('plants.emptyTitle')}>
          <p>{text('plants.emptyInvited', { email: me.email })}</p>
        </EmptyState>
      </div>
    );
  return (
    <div className="card">
      <EmptyState
        icon="sun"
        title={text('plants.emptyTitle')}
        actions={
          <ButtonLink look="primary" large to="/plants/new">
            {text('plants.addFirst')}
          </ButtonLink>
        }
      >
        <p>{text('plants.emptyText')}</p>
        <ol className="first-steps">
          {([1, 2, 3] as const).map((step) => (
            <li key={step}>
              <span aria-hidden="true">{step}</span>
              <h3>{text(`plants.step${step}`)}</h3>
              <p>{text(`plants.step${step}Text`)}</p>
            </li>
          ))}
        </ol>
      </EmptyState>
      <p className="secondary of-others">
        <b>{text('plants.emptyOther')}</b> {text('plants.emptyInvited', { email: me.email })}
      </p>
    </div>
  );
}
