import { useMutation, useQueryClient } from '@tanstack/react-query';
import { afterDays } from '../alerts/after-days.js';
import { requestFile } from '../api/client.js';
import { fleetFilePath, snoozePlants } from '../api/fleet.js';
import { localZone } from '../format/local-zone.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button, ButtonLink } from '../ui/button.js';
import { saveFile } from '../ui/save-file.js';
import { useToast } from '../ui/toast.js';
import type { FleetWish } from './fleet-wish.js';

const snoozeDays = [1, 7, 30] as const;

/** What can be done with the plants that are selected, or with all that are shown. */
export function FleetSelection({
  wish,
  selected,
  count,
  onClear,
}: {
  readonly wish: FleetWish;
  readonly selected: ReadonlySet<string>;
  readonly count: number;
  readonly onClear: () => void;
}) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const ids = [...selected];
  const download = useMutation({
    mutationFn: async () => saveFile(await requestFile(fleetFilePath(wish, ids))),
    onSuccess: () => toast(text('fleet.exported')),
  });
  const quiet = useMutation({
    mutationFn: (days: number) => snoozePlants(ids, afterDays(days, localZone())),
    onSuccess: async ({ incidents, refusedPlantIds }) => {
      const refused =
        refusedPlantIds.length === 0 ? '' : ` ${text('fleet.refused', { count: refusedPlantIds.length })}`;
      toast(`${text('fleet.snoozed', { count: incidents })}${refused}`);
      onClear();
      await client.invalidateQueries({ queryKey: ['plants'] });
    },
  });
  const failed = download.error ?? quiet.error;
  const isSelected = ids.length > 0;
  return (
    <div className={isSelected ? 'fleet-selection some' : 'fleet-selection'}>
      {isSelected && (
        <>
          <b role="status">{text('fleet.selected', { count: ids.length })}</b>
          <select
            className="select in-sentence"
            aria-label={text('fleet.snooze')}
            value=""
            disabled={quiet.isPending}
            onChange={(event) => quiet.mutate(Number(event.target.value))}
          >
            <option value="">{text('fleet.snooze')} …</option>
            {snoozeDays.map((days) => (
              <option key={days} value={days}>
                {text(`alerts.snooze.${days}`)}
              </option>
            ))}
          </select>
          <ButtonLink icon="licence" to="/licences/buy" search={{ plants: ids.join(',') }}>
            {text(ids.length > 1 ? 'shop.buyMany' : 'shop.buy')}
          </ButtonLink>
        </>
      )}
      <Button icon="download" busy={download.isPending} onClick={() => download.mutate()}>
        {isSelected ? text('fleet.exportSelected') : text('fleet.exportAll', { count: format.number(count) })}
      </Button>
      {isSelected && (
        <Button look="quiet" icon="close" onClick={onClear}>
          {text('fleet.clear')}
        </Button>
      )}
      {failed && <LoadFailure error={failed} />}
    </div>
  );
}
