import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fleetViewsQuery, keepFleetViews } from '../api/fleet.js';
import type { FleetView } from '../api/types.js';
import { TextField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { textUpTo } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button, IconButton } from '../ui/button.js';
import { Dialog } from '../ui/surfaces.js';
import { everything, isSameWish, type FleetWish } from './fleet-wish.js';

type FleetViewsProps = { readonly wish: FleetWish; readonly onWish: (wish: FleetWish) => void };

/** Ways of looking at the plants that somebody has given names; they are kept on the server. */
export function FleetViews({ wish, onWish }: FleetViewsProps) {
  const text = useText();
  const views = useQuery(fleetViewsQuery).data ?? [];
  const client = useQueryClient();
  const [isNaming, setNaming] = useState(false);
  const keep = useMutation({
    mutationFn: keepFleetViews,
    onSuccess: ({ items }) => client.setQueryData(fleetViewsQuery.queryKey, items),
  });
  const current = views.find((view) => isSameWish(view, wish));
  const isKeepable = current === undefined && !isSameWish(wish, everything);
  if (views.length === 0 && !isKeepable) return null;
  return (
    <div className="fleet-views" role="group" aria-label={text('fleet.views')}>
      {views.map((view) => (
        <button
          key={view.name}
          type="button"
          className="fleet-view"
          aria-pressed={view === current}
          onClick={() => onWish(view === current ? everything : wishOf(view))}
        >
          {view.name}
        </button>
      ))}
      {current !== undefined && (
        <IconButton
          icon="remove"
          quiet
          label={text('fleet.forget', { name: current.name })}
          onClick={() => keep.mutate(views.filter((view) => view !== current))}
        />
      )}
      {isKeepable && (
        <Button look="quiet" icon="add" onClick={() => setNaming(true)}>
          {text('fleet.keep')}
        </Button>
      )}
      {keep.error && <LoadFailure error={keep.error} />}
      {isNaming && (
        <NameDialog
          taken={views.map(({ name }) => name)}
          onClose={() => setNaming(false)}
          onName={async (name) => void (await keep.mutateAsync([...views, { ...wish, name }]))}
        />
      )}
    </div>
  );
}

const wishOf = ({ show, search, sort, order }: FleetView): FleetWish => ({ show, search, sort, order });

function NameDialog({
  taken,
  onName,
  onClose,
}: {
  readonly taken: readonly string[];
  readonly onName: (name: string) => Promise<void>;
  readonly onClose: () => void;
}) {
  const text = useText();
  const form = useForm({
    initial: { '/name': '' },
    validate: (values) => {
      const name = values['/name'].trim();
      return { '/name': taken.includes(name) ? text('fleet.nameTaken') : textUpTo(text, name, 60) };
    },
    submit: async (values) => {
      await onName(values['/name'].trim());
      onClose();
    },
  });
  return (
    <Dialog title={text('fleet.keep')} onClose={onClose}>
      <FormFrame form={form} label={text('fleet.keep')}>
        <TextField field={form.field('/name')} label={text('fleet.viewName')} help={text('fleet.viewHelp')} />
        <FormActions form={form} submit={text('ui.save')} onCancel={onClose} />
      </FormFrame>
    </Dialog>
  );
}
