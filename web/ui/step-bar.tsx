import './step-bar.css';

type StepBarProps<Key extends string> = {
  readonly label: string;
  readonly steps: readonly { readonly key: Key; readonly name: string }[];
  /** Where one is. */
  readonly at: Key;
  /** The last step that can be gone to; left out: the present one. */
  readonly reached?: Key;
  readonly onStep: (step: Key) => void;
};

/** Where one is in what is done step by step; those that were done can be gone back to. */
export function StepBar<Key extends string>({ label, steps, at, reached = at, onStep }: StepBarProps<Key>) {
  const placeOf = (key: Key) => steps.findIndex((one) => one.key === key);
  const here = placeOf(at);
  const last = placeOf(reached);
  return (
    <nav aria-label={label}>
      <ol className="step-bar">
        {steps.map(({ key, name }, index) => (
          <li key={key} className={index === here ? 'here' : index <= last ? 'done' : undefined}>
            {index !== here && index <= last ? (
              <button type="button" onClick={() => onStep(key)}>
                {name}
              </button>
            ) : (
              <span aria-current={index === here ? 'step' : undefined}>{name}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
