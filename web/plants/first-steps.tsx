import { useText } from '../i18n/use-text.js';
import { ButtonLink } from '../ui/button.js';
import { EmptyState } from '../ui/surfaces.js';

/** What to do when there is no plant yet. */
export function FirstSteps() {
  const text = useText();
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
    </div>
  );
}
