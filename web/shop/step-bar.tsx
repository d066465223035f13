import { useText } from '../i18n/use-text.js';

export const steps = ['plants', 'term', 'data', 'summary'] as const;
export type Step = (typeof steps)[number];

/** Where one is in the purchase; steps that were done can be gone back to. Paying happens at the provider. */
export function StepBar({ step, onStep }: { readonly step: Step; readonly onStep: (step: Step) => void }) {
  const text = useText();
  const at = steps.indexOf(step);
  return (
    <nav aria-label={text('shop.steps')}>
      <ol className="step-bar">
        {steps.map((one, index) => (
          <li key={one} className={index === at ? 'here' : index < at ? 'done' : undefined}>
            {index < at ? (
              <button type="button" onClick={() => onStep(one)}>
                {text(`shop.step.${one}`)}
              </button>
            ) : (
              <span aria-current={index === at ? 'step' : undefined}>{text(`shop.step.${one}`)}</span>
            )}
          </li>
        ))}
        <li>
          <span>{text('shop.step.pay')}</span>
        </li>
      </ol>
    </nav>
  );
}
