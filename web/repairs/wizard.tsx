import './repairs.css';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { RepairOrder } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { StepBar } from '../ui/step-bar.js';
import { CategoryStep } from './category-step.js';
import { ContactStep } from './contact-step.js';
import { DeviceStep } from './device-step.js';
import { reachedStep, requestSteps, type DraftValues, type RequestStep } from './draft-values.js';
import { FaultStep } from './fault-step.js';
import { FilesStep, SummaryStep } from './last-steps.js';
import { useDraft } from './use-draft.js';

type WizardProps = {
  /** Null: a new request, of which nothing is kept yet. */
  readonly repair: RepairOrder | null;
  readonly initial: DraftValues;
  /** Left out: where something is missing. */
  readonly asked: RequestStep | undefined;
};

/** The request step by step; each is kept as a draft when it is left (H1). */
export function Wizard({ repair, initial, asked }: WizardProps) {
  const text = useText();
  const navigate = useNavigate();
  const draft = useDraft(repair, initial);
  const reached = repair === null ? 'device' : reachedStep(draft.values);
  const step = earlier(asked ?? reached, reached);
  const place = useRef<HTMLDivElement>(null);
  const isFirst = useRef(asked === undefined);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else place.current?.focus();
  }, [step]);
  const go = (to: RequestStep) => {
    if (repair === null) return;
    void navigate({ to: '/repairs/$repairId', params: { repairId: repair.id }, search: { step: to } });
  };
  const names = requestSteps.map((key) => ({ key, name: text(`repair.step.${key}`) }));
  const number = requestSteps.indexOf(step) + 1;
  return (
    <div className="stack">
      <StepBar label={text('repair.stepsOfRequest')} steps={names} at={step} reached={reached} onStep={go} />
      <div
        ref={place}
        key={step}
        className="stack repair-step"
        role="group"
        tabIndex={-1}
        aria-label={text('repair.stepOf', { number, count: requestSteps.length, name: text(`repair.step.${step}`) })}
      >
        {step === 'device' && <DeviceStep draft={draft} />}
        {step === 'fault' && <FaultStep draft={draft} />}
        {step === 'category' && <CategoryStep draft={draft} />}
        {step === 'contact' && <ContactStep draft={draft} />}
        {step === 'files' && repair !== null && (
          <FilesStep repair={repair} onBack={() => go('contact')} onNext={() => go('summary')} />
        )}
        {step === 'summary' && repair !== null && <SummaryStep repair={repair} onBack={() => go('files')} />}
      </div>
    </div>
  );
}

function earlier(one: RequestStep, other: RequestStep): RequestStep {
  return requestSteps.indexOf(one) < requestSteps.indexOf(other) ? one : other;
}
