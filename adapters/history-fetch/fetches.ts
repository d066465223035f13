import type pg from 'pg';
import type { FetchedPiece, FetchPlan } from '../../domain/correction/history-fetch.js';
import type { AccountId, PlantId } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';
import type { ServerSecrets } from '../crypto/secrets.js';
import { unwrapKey, wrapKey } from '../event-log/personal-data.js';
import type { OldPortalLogin, Refusal } from './port.js';

/** Why a fetch ended without its values: the old portal's reasons, and ours. */
export type FetchFailure = Refusal | 'noInverters' | 'nothing' | 'tooMuch' | 'tooLong';
export type FetchState = 'running' | 'ready' | 'failed';

/** Bringing the history of a plant from an old portal, call by call. */
export type HistoryFetch = {
  readonly id: string;
  readonly plantId: PlantId;
  readonly address: string;
  readonly plantNumber: number;
  readonly state: FetchState;
  readonly failure: FetchFailure | null;
  /** What the old portal said. */
  readonly said: string | null;
  readonly callsDone: number;
  /** Null before it is known how much there is. */
  readonly callsAll: number | null;
  readonly plan: FetchPlan | null;
  readonly tries: number;
  readonly begunAt: string;
};

type Begin = Pick<HistoryFetch, 'id' | 'plantId' | 'address' | 'plantNumber'> & {
  readonly accountId: AccountId;
  readonly login: OldPortalLogin;
};

/** How the work stands after a call. */
type Progress = {
  readonly callsAll: number | null;
  readonly plan: FetchPlan;
  readonly piece: FetchedPiece | null;
  readonly nextAt: Temporal.Instant;
};

const columns = `fetch_id::text as id, plant_id::text as "plantId", address, plant_number as "plantNumber", state, failure, said,
  calls_done as "callsDone", calls_all as "callsAll", plan, tries,
  to_char(begun_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "begunAt"`;

/**
 * Tables `history_fetches` and `history_fetch_pieces`. User name and password of the old portal are sealed with a key of the
 * master key, bound to the fetch, and gone as soon as it is over.
 */
export function postgresHistoryFetches(pool: pg.Pool, secrets: ServerSecrets) {
  const key = secrets.keyFor('history-fetch');
  const over = `sealed_login = null, ended_at = clock_timestamp()`;
  async function find(plantId: PlantId, id: string): Promise<HistoryFetch | null> {
    const { rows } = await pool.query<HistoryFetch>(
      `select ${columns} from history_fetches where fetch_id = $1 and plant_id = $2`,
      [id, plantId],
    );
    return rows[0] ?? null;
  }

  return {
    find,

    /** False when the account has another one under way. The same id again is the same wish. */
    async begin(
      { id, accountId, plantId, address, plantNumber, login }: Begin,
      at: Temporal.Instant,
    ): Promise<boolean> {
      const sealed = wrapKey(key, { id, secret: Buffer.from(JSON.stringify(login)) });
      await pool.query(
        `insert into history_fetches (fetch_id, account_id, plant_id, address, plant_number, sealed_login, begun_at, next_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict do nothing`,
        [id, accountId, plantId, address, plantNumber, sealed, at.toString()],
      );
      return (await find(plantId, id)) !== null;
    },

    /** Of a plant, the newest first. */
    async list(plantId: PlantId): Promise<readonly HistoryFetch[]> {
      const { rows } = await pool.query<HistoryFetch>(
        `select ${columns} from history_fetches where plant_id = $1 order by begun_at desc limit 20`,
        [plantId],
      );
      return rows;
    },

    async pieces(id: string): Promise<readonly FetchedPiece[]> {
      const { rows } = await pool.query<FetchedPiece>(
        'select inverter, days from history_fetch_pieces where fetch_id = $1 order by call',
        [id],
      );
      return rows;
    },

    /** Whatever state it is in; what was fetched goes with it. */
    async remove(plantId: PlantId, id: string): Promise<void> {
      await pool.query('delete from history_fetches where fetch_id = $1 and plant_id = $2', [id, plantId]);
    },

    async due(at: Temporal.Instant, limit: number): Promise<readonly string[]> {
      const { rows } = await pool.query<{ readonly id: string }>(
        `select fetch_id::text as id from history_fetches where state = 'running' and next_at <= $1
         order by next_at limit $2`,
        [at.toString(), limit],
      );
      return rows.map(({ id }) => id);
    },

    /** One that is under way, with what it signs in with; null when it is over by now. */
    async take(id: string): Promise<{ readonly fetch: HistoryFetch; readonly login: OldPortalLogin } | null> {
      const { rows } = await pool.query<HistoryFetch & { readonly sealed: Buffer | null }>(
        `select ${columns}, sealed_login as sealed from history_fetches where fetch_id = $1 and state = 'running'`,
        [id],
      );
      const [row] = rows;
      if (row?.sealed === null || row === undefined) return null;
      const { sealed, ...fetch } = row;
      return { fetch, login: JSON.parse(unwrapKey(key, id, sealed).secret.toString()) as OldPortalLogin };
    },

    /** After a call that was answered; nothing when another node was faster. */
    async advance({ id, callsDone }: HistoryFetch, { callsAll, plan, piece, nextAt }: Progress): Promise<void> {
      const isOver = callsAll !== null && callsDone + 1 >= callsAll;
      await pool.query(
        `with advanced as (
           update history_fetches set calls_done = calls_done + 1, calls_all = $3, plan = $4, tries = 0, next_at = $5
             ${isOver ? `, state = 'ready', ${over}` : ''}
           where fetch_id = $1 and calls_done = $2 and state = 'running' returning fetch_id
         )
         insert into history_fetch_pieces (fetch_id, call, inverter, days)
         select fetch_id, $2, $6::integer, $7::jsonb from advanced where $6::integer is not null`,
        [
          ...[id, callsDone, callsAll, JSON.stringify(plan), nextAt.toString()],
          ...[piece?.inverter ?? null, JSON.stringify(piece?.days ?? [])],
        ],
      );
    },

    async tryAgain({ id }: HistoryFetch, nextAt: Temporal.Instant): Promise<void> {
      await pool.query('update history_fetches set tries = tries + 1, next_at = $2 where fetch_id = $1', [
        id,
        nextAt.toString(),
      ]);
    },

    async fail(id: string, failure: FetchFailure, said: string | null): Promise<void> {
      await pool.query(
        `update history_fetches set state = 'failed', failure = $2, said = $3, ${over} where fetch_id = $1 and state = 'running'`,
        [id, failure, said],
      );
    },

    /** What nobody took within a week goes; what does not come to its end loses what it signs in with. */
    async tidy(at: Temporal.Instant): Promise<void> {
      const [week, days] = [at.subtract({ hours: 7 * 24 }).toString(), at.subtract({ hours: 3 * 24 }).toString()];
      await pool.query('delete from history_fetches where begun_at < $1', [week]);
      await pool.query(
        `update history_fetches set state = 'failed', failure = 'tooLong', ${over} where state = 'running' and begun_at < $1`,
        [days],
      );
    },
  };
}

export type HistoryFetches = ReturnType<typeof postgresHistoryFetches>;
