import { addDays } from '../charts/time.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { IconButton } from '../ui/button.js';
import { stepped } from './ranges.js';
import type { View } from './view.js';

type DateStepperProps = {
  readonly view: Exclude<View, 'total'> | 'week';
  readonly date: string;
  readonly today: string;
  readonly onDate: (date: string) => void;
};

/** ◀ date ▶ and ▶| back to today; nothing after today. */
export function DateStepper({ view, date, today, onDate }: DateStepperProps) {
  const text = useText();
  const format = useFormat();
  const next = stepped(view, date, 1);
  const length = view === 'day' || view === 'week' ? 10 : view === 'month' ? 7 : 4;
  const isCurrent = date.slice(0, length) === today.slice(0, length);
  const names = {
    day: format.day(date, 'weekday'),
    week: `${format.day(addDays(date, -6), 'dayMonth')} – ${format.day(date, 'day')}`,
    month: format.day(date, 'month'),
    year: date.slice(0, 4),
  };
  return (
    <div className="date-stepper">
      <IconButton icon="left" label={text(`plant.before.${view}`)} onClick={() => onDate(stepped(view, date, -1))} />
      <label className="date-name num">
        <span aria-live="polite">{names[view]}</span>
        {view === 'day' && (
          <input
            type="date"
            value={date}
            max={today}
            aria-label={`${text('plant.chooseDate')}: ${names.day}`}
            onChange={(event) => event.target.value !== '' && onDate(event.target.value)}
            onClick={(event) => event.currentTarget.showPicker()}
          />
        )}
      </label>
      <IconButton
        icon="right"
        label={text(`plant.after.${view}`)}
        disabled={next > today}
        onClick={() => onDate(next)}
      />
      <IconButton
        icon="latest"
        label={text(`plant.current.${view}`)}
        disabled={isCurrent}
        onClick={() => onDate(today)}
      />
    </div>
  );
}
