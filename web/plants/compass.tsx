import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { numberForInput, parseDecimal } from '../format/numbers.js';
import { useFormat } from '../format/use-format.js';
import { TextField } from '../forms/fields.js';
import { useText } from '../i18n/use-text.js';
import type { PlantForm } from './plant-form.js';

/** Azimuth and tilt, each as a number and as a drawing of what the number means. */
export function CompassAndTilt({ form }: { readonly form: Pick<PlantForm, 'field' | 'values' | 'set'> }) {
  const text = useText();
  const { language } = useFormat();
  const azimuthDeg = parseDecimal(form.values['/azimuthDeg'], language);
  const tiltDeg = parseDecimal(form.values['/tiltDeg'], language);
  return (
    <div className="columns orientation">
      <div className="with-drawing">
        <TextField
          field={form.field('/azimuthDeg')}
          label={text('plantForm.azimuth')}
          help={text('plantForm.azimuthHelp')}
          unit="°"
          numeric
        />
        <Compass
          azimuthDeg={azimuthDeg ?? 180}
          onChange={(degrees) => form.set('/azimuthDeg', numberForInput(degrees, language))}
        />
      </div>
      <div className="with-drawing">
        <TextField
          field={form.field('/tiltDeg')}
          label={text('plantForm.tilt')}
          help={text('plantForm.tiltHelp')}
          unit="°"
          numeric
        />
        <TiltDrawing tiltDeg={Math.min(90, Math.max(0, tiltDeg ?? 0))} />
      </div>
    </div>
  );
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 15,
  PageDown: -15,
};

const turned = (degrees: number) => ((Math.round(degrees) % 360) + 360) % 360;

function Compass({
  azimuthDeg,
  onChange,
}: {
  readonly azimuthDeg: number;
  readonly onChange: (azimuthDeg: number) => void;
}) {
  const text = useText();
  const dial = useRef<HTMLDivElement>(null);
  const direction = text('plantForm.directions').split(',')[Math.round(turned(azimuthDeg) / 45) % 8] ?? '';
  const pointAt = ({ clientX, clientY }: PointerEvent) => {
    const box = dial.current?.getBoundingClientRect();
    if (box === undefined) return;
    const degrees = (Math.atan2(clientX - box.x - box.width / 2, box.y + box.height / 2 - clientY) * 180) / Math.PI;
    onChange(turned(Math.round(degrees / 5) * 5));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onChange(turned(azimuthDeg + step));
  };
  return (
    <div
      ref={dial}
      className="compass"
      role="slider"
      tabIndex={0}
      aria-label={text('plantForm.compass')}
      aria-valuemin={0}
      aria-valuemax={359}
      aria-valuenow={turned(azimuthDeg)}
      aria-valuetext={text('plantForm.compassValue', { degrees: turned(azimuthDeg), direction })}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        pointAt(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && pointAt(event)}
    >
      <svg viewBox="-60 -60 120 120" aria-hidden="true">
        <circle r="44" fill="var(--paper)" stroke="var(--line)" />
        {Array.from({ length: 24 }, (_, index) => (
          <path
            key={index}
            d={index % 6 === 0 ? 'M0-44V-37' : 'M0-44V-40'}
            stroke="var(--line-control)"
            transform={`rotate(${index * 15})`}
          />
        ))}
        {text('plantForm.directionLetters')
          .split(',')
          .map((letter, index) => (
            <text
              key={letter}
              x={53 * Math.sin((index * Math.PI) / 2)}
              y={-53 * Math.cos((index * Math.PI) / 2) + 4}
              textAnchor="middle"
            >
              {letter}
            </text>
          ))}
        <g transform={`rotate(${turned(azimuthDeg)})`}>
          <path d="M0 0L-15-34A37 37 0 0 1 15-34Z" fill="var(--sun)" opacity=".3" />
          <path d="M0 0V-35" stroke="var(--sun)" strokeWidth="3" strokeLinecap="round" />
          <path d="M-11 0H11" stroke="var(--ink)" strokeWidth="4" strokeLinecap="round" />
        </g>
      </svg>
      <span className="tertiary">{direction}</span>
    </div>
  );
}

/** A module at its angle to the ground. */
function TiltDrawing({ tiltDeg }: { readonly tiltDeg: number }) {
  const angle = (tiltDeg * Math.PI) / 180;
  const [x, y] = [Math.cos(angle), Math.sin(angle)];
  return (
    <div className="tilt" aria-hidden="true">
      <svg viewBox="0 0 120 96">
        <path d="M8 84H112" stroke="var(--line-control)" strokeWidth="1.5" strokeLinecap="round" />
        <path
          d={`M52 84A32 32 0 0 0 ${20 + 32 * x} ${84 - 32 * y}`}
          fill="none"
          stroke="var(--sun)"
          strokeWidth="2"
          strokeDasharray="3 3"
        />
        <path d={`M20 84L${20 + 70 * x} ${84 - 70 * y}`} stroke="var(--ink)" strokeWidth="5" strokeLinecap="round" />
      </svg>
    </div>
  );
}
