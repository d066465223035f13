import './verdict.css';
import { useEffect, useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { Icon, type IconName } from '../ui/icon.js';
import type { Tone } from '../ui/surfaces.js';
import type { DeviceClaim, Verdict, VerdictAnswer } from '../api/types.js';
import { wrongSerialNumber } from './device-rules.js';
import { useVerdict } from './queries.js';

export const verdictLooks = {
  reporting: { tone: 'ok', icon: 'check' },
  awaitingData: { tone: 'warn', icon: 'clock' },
  wrongCode: { tone: 'fault', icon: 'fault' },
  unknownDevice: { tone: 'mute', icon: 'info' },
  codeMissing: { tone: 'warn', icon: 'alert' },
  taken: { tone: 'fault', icon: 'fault' },
} as const satisfies Record<Verdict, { readonly tone: Tone; readonly icon: IconName }>;

const typingPauseMs = 600;

type LiveVerdict = {
  readonly answer: VerdictAnswer | null;
  /** What is wrong with the serial number itself, before anybody is asked. */
  readonly malformed: string | undefined;
  /** No answer because there were too many tries or no connection. */
  readonly failed: boolean;
};

/** The server's verdict on a serial number and code, once typing pauses. */
export function useLiveVerdict(plantId: string, serialNumber: string, activationCode: string): LiveVerdict {
  const text = useText();
  const settled = useSettled(claimOf(serialNumber, activationCode));
  const malformed = settled === null ? undefined : wrongSerialNumber(text, settled.serialNumber);
  const claim = malformed === undefined ? settled : null;
  const answer = useVerdict(plantId, claim);
  const isAnswered = claim !== null && !answer.error && !answer.isPlaceholderData;
  return { answer: (isAnswered && answer.data) || null, malformed, failed: claim !== null && answer.error !== null };
}

/** Serial number and code as the API takes them; null without a serial number. */
function claimOf(serialNumber: string, activationCode: string): DeviceClaim | null {
  const serial = serialNumber.trim();
  const code = activationCode.trim();
  if (serial === '') return null;
  return { serialNumber: serial, ...(code === '' ? {} : { activationCode: code }) };
}

/** The value that has not changed for a moment. */
function useSettled(claim: DeviceClaim | null): DeviceClaim | null {
  const [settled, setSettled] = useState(claim);
  const key = JSON.stringify(claim);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(key) as DeviceClaim | null), typingPauseMs);
    return () => clearTimeout(timer);
  }, [key]);
  return settled;
}

/** Icon and sentence beside the fields; keeps its room, so that nothing jumps while typing. */
export function VerdictLine({ of: { answer, malformed, failed } }: { readonly of: LiveVerdict }) {
  const text = useText();
  const look = answer && verdictLooks[answer.verdict];
  if (malformed !== undefined)
    return (
      <div className="verdict fault" role="status" aria-live="polite">
        <Icon name="fault" size={17} />
        <span>
          <b>{text('plant.verdict.malformed')}</b> {malformed}
        </span>
      </div>
    );
  return (
    <div className={`verdict ${look?.tone ?? 'none'}`} role="status" aria-live="polite">
      {answer && look && (
        <>
          <Icon name={look.icon} size={17} />
          <span>
            <b>{text(`plant.verdict.${answer.verdict}`)}</b> {text(`plant.verdict.${answer.verdict}.text`)}
          </span>
        </>
      )}
      {!answer && <span className="tertiary">{text(failed ? 'plant.verdict.paused' : 'plant.verdict.waiting')}</span>}
    </div>
  );
}
