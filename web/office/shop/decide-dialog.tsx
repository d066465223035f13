import { useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/client.js';
import type { OfficeDeclaration } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { Checkbox, TextArea, TextField } from '../../forms/fields.js';
import { FormActions, FormFrame } from '../../forms/form.js';
import { required, textUpTo } from '../../forms/rules.js';
import { useForm, type FormErrors } from '../../forms/use-form.js';
import { useText } from '../../i18n/use-text.js';
import { Dialog } from '../../ui/surfaces.js';
import { useToast } from '../../ui/toast.js';
import { Facts } from '../../ui/facts.js';
import { portalZone } from '../../format/dates.js';

type Contract = NonNullable<OfficeDeclaration['order']>;
type DecideDialogProps = {
  readonly declaration: OfficeDeclaration;
  readonly order: Contract;
  readonly onClose: () => void;
};
type Name = '/plantIds' | '/endsOn' | '/reason' | `/plant/${string}`;

/** For which plants a declaration takes effect; of a cancellation for good cause also from which day on, and why. */
export function DecideDialog({ declaration, order, onClose }: DecideDialogProps) {
  const { id, kind, receivedAt, plant, reason, desiredEnd } = declaration;
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const plants = order.plants.filter(({ isOver }) => !isOver);
  const isWithdrawal = kind === 'withdrawal';
  const received = dayIn(receivedAt);
  const today = dayIn(new Date().toISOString());
  const chosen = (values: Readonly<Record<string, string>>) =>
    plants.filter(({ plantId }) => values[`/plant/${plantId}`] === 'yes').map(({ plantId }) => plantId);
  // A day after the last one of every licence ends nothing.
  const latest = plants.map(({ lastDay }) => lastDay).reduce((a, b) => (a > b ? a : b), today);
  const initial = {
    ...Object.fromEntries(plants.map(({ plantId, name }) => [`/plant/${plantId}`, isMeant(plants, plant, name)])),
    '/endsOn': desiredEnd !== null && desiredEnd > received && desiredEnd <= latest ? desiredEnd : received,
    '/reason': '',
  } as Record<Name, string>;
  const first = plants[0]?.plantId;
  const isToCome = (values: Readonly<Record<Name, string>>) => !isWithdrawal && values['/endsOn'] > today;
  const form = useForm<Name>({
    initial,
    validate: (values): FormErrors<Name> => ({
      ...(chosen(values).length === 0 && first !== undefined
        ? { [`/plant/${first}`]: text('office.declarations.choosePlants') }
        : {}),
      ...(isWithdrawal
        ? {}
        : {
            '/endsOn': required(text, values['/endsOn']),
            '/reason': textUpTo(text, values['/reason'], 300),
          }),
    }),
    submit: async (values) => {
      const plantIds = chosen(values);
      const body = isWithdrawal
        ? { how: 'withdrawal', plantIds }
        : { how: 'cancellation', plantIds, endsOn: values['/endsOn'], reason: values['/reason'].trim() };
      await request<OfficeDeclaration>('POST', `/office/declarations/${id}/decision`, { body });
      await client.invalidateQueries({ queryKey: ['office'] });
      toast(
        isToCome(values)
          ? text('office.declarations.isPlanned', { day: format.day(values['/endsOn']) })
          : text('office.declarations.hasEffect'),
      );
      onClose();
    },
  });
  const title = text(isWithdrawal ? 'office.declarations.decideWithdrawal' : 'office.declarations.decideCancellation');
  return (
    <Dialog title={title} onClose={onClose}>
      <FormFrame form={form} label={title}>
        <Facts
          of={[
            [text('office.declarations.received'), format.portal(receivedAt)],
            plant === null ? null : [text('office.declarations.plant'), plant],
            reason === null ? null : [text('declare.reason'), reason],
            desiredEnd === null ? null : [text('declare.desiredEnd'), format.day(desiredEnd)],
          ]}
        />
        <p className="secondary">
          {text(isWithdrawal ? 'office.declarations.withdrawalText' : 'office.declarations.cancellationText')}
        </p>
        <fieldset className="which-plants">
          <legend>{text('office.declarations.whichPlants')}</legend>
          {plants.map(({ plantId, name, firstDay, lastDay, plannedLastDay }) => (
            <Checkbox
              key={plantId}
              field={form.field(`/plant/${plantId}`)}
              label={name === '' ? plantId : name}
              help={
                plannedLastDay === null
                  ? text('shop.period', { first: format.day(firstDay), last: format.day(lastDay) })
                  : text('shop.plannedEnd', { day: format.day(plannedLastDay) })
              }
            />
          ))}
        </fieldset>
        {!isWithdrawal && (
          <>
            <TextField
              field={form.field('/endsOn')}
              label={text('office.declarations.endsOn')}
              help={text('office.declarations.endsOnHelp')}
              type="date"
              max={latest}
            />
            <TextArea
              field={form.field('/reason')}
              label={text('office.declarations.why')}
              help={text('office.way.reasonHelp')}
            />
          </>
        )}
        <FormActions
          form={form}
          submit={text(isToCome(form.values) ? 'office.declarations.plan' : 'office.declarations.letTakeEffect')}
          onCancel={onClose}
        />
      </FormFrame>
    </Dialog>
  );
}

/** One plant is chosen from the start where there is no other, or where it was named. */
function isMeant(plants: Contract['plants'], plant: string | null, name: string): string {
  return plants.length === 1 || (plant !== null && plant.trim().toLowerCase() === name.toLowerCase()) ? 'yes' : '';
}

/** A calendar day in Germany, as the API writes it. */
function dayIn(at: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: portalZone }).format(Date.parse(at));
}
