import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { hadSession, rememberSession, request } from './client.js';
import { ApiProblem } from './problem.js';
import type {
  Language,
  Me,
  MePatch,
  PasswordPolicy,
  PlantListItem,
  Portal,
  RegisterAnswer,
  RegisterBody,
  ServicePartner,
  Spellings,
  VatCheck,
} from './types.js';

/** Who is signed in; null = nobody. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<Me | null> => {
    if (!hadSession()) return null;
    try {
      const me = await request<Me>('GET', '/me', { signal });
      rememberSession(true);
      return me;
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
});

export const useMe = () => useQuery(meQuery);

/** How a person is called: by first and last name, else by the user name. */
export const nameOf = ({ person, userName }: Me): string => `${person.firstName} ${person.lastName}`.trim() || userName;

/** Consumers elsewhere see plants of their service partner, who adds them (A10, A11). */
export const mayAddPlants = ({ kind, address }: Me): boolean => kind !== 'consumer' || address.country === 'DE';

export const passwordPolicyQuery = (language: Language) =>
  queryOptions({
    queryKey: ['password-policy', language],
    staleTime: Infinity,
    queryFn: ({ signal }) => request<PasswordPolicy>('GET', '/public/password-policy', { signal }),
  });

export const portalQuery = queryOptions({
  queryKey: ['portal'],
  staleTime: Infinity,
  queryFn: ({ signal }) => request<Portal>('GET', '/public/portal', { signal }),
});

export const register = (body: RegisterBody) => request<RegisterAnswer>('POST', '/accounts', { body });

export const resendValidation = (email: string) =>
  request<undefined>('POST', '/accounts/validations/resend', { body: { email } });

const quickMs = 2_000;
const slowMs = 60_000;

/** Where the check of the own VAT id stands; looked at again while a result is to come. */
export const vatCheckQuery = queryOptions({
  queryKey: ['me', 'vat-check'],
  queryFn: ({ signal }) => request<VatCheck>('GET', '/me/vat-check', { signal }),
  refetchInterval: ({ state: { data } }) => {
    if (data === undefined || data.state === 'awaitingConfirmation') return slowMs;
    if (data.state !== 'pending') return false;
    const isSoon = data.cause === null || (data.nextAttemptAt !== null && Date.parse(data.nextAttemptAt) < Date.now());
    return isSoon ? quickMs : slowMs;
  },
});

/** Corrects company and address; what was loaded of the account is loaded anew. */
export function useCorrectDetails() {
  const client = useQueryClient();
  return async (patch: MePatch) => {
    const me = await request<Me>('PATCH', '/me', { body: patch });
    client.setQueryData(meQuery.queryKey, me);
    await client.invalidateQueries({ queryKey: vatCheckQuery.queryKey });
  };
}

export function useVatCheckAgain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<VatCheck>('POST', '/me/vat-check'),
    onSuccess: (check) => client.setQueryData(vatCheckQuery.queryKey, check),
  });
}

/** How the data of a business can be spelt for the check; kept while the next texts are looked up. */
export const spellingsQuery = (
  texts: Readonly<Record<'name' | 'legalForm' | 'street' | 'postcode' | 'town', string>>,
) =>
  queryOptions({
    queryKey: ['latin-spellings', texts],
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<Spellings>('POST', '/public/latin-spellings', { body: texts, signal }),
  });

export const servicePartnersQuery = queryOptions({
  queryKey: ['service-partners'],
  staleTime: Infinity,
  queryFn: async ({ signal }) =>
    (await request<{ readonly items: readonly ServicePartner[] }>('GET', '/public/service-partners', { signal })).items,
});

/** What starts and ends a session; afterwards nothing of the previous reader is left in the memory of the page. */
export function useSession() {
  const client = useQueryClient();
  // The queries of the frame are watched on every page: they are renewed, never removed.
  const forgetReader = () =>
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'portal' && queryKey[0] !== 'me' });
  const entered = async () => {
    rememberSession(true);
    forgetReader();
    await client.fetchQuery({ ...meQuery, staleTime: 0 });
  };
  const left = async (leave: () => Promise<void>) => {
    rememberSession(false);
    await leave();
    client.setQueryData(meQuery.queryKey, null);
    forgetReader();
  };
  return {
    signIn: async (credentials: {
      readonly userName: string;
      readonly password: string;
      readonly totp?: string;
      /** In the place of one that has expired. */
      readonly newPassword?: string;
    }) => {
      await request('POST', '/sessions', { body: credentials });
      await entered();
    },
    /** As a visitor of the demonstration account. */
    enterDemo: async () => {
      await request('POST', '/sessions/demo');
      await entered();
    },
    /** With the password of the registration, or a new one in its place, or nothing where nobody else can have chosen it. */
    validate: async (token: string, proof: { readonly password?: string; readonly newPassword?: string }) => {
      await request('POST', '/accounts/validations', { body: { token, ...proof } });
      await entered();
    },
    activate: async (token: string, password: string) => {
      await request('POST', '/accounts/activations', { body: { token, password } });
      await entered();
    },
    /** `leave` goes to a public page before the page at hand loses its reader. */
    signOut: async (sessionId: string, leave: () => Promise<void>) => {
      await request('DELETE', `/sessions/${sessionId}`);
      await left(leave);
    },
    signOutEverywhere: async (leave: () => Promise<void>) => {
      await request('DELETE', '/me/sessions');
      await left(leave);
    },
  };
}

/** Whether one may buy licences for a plant: a service partner also where it is manager (A11), other third parties nowhere. */
export function useMayBuy(): (plant: Pick<PlantListItem, 'right'>) => boolean {
  const isPartner = useMe().data?.roles.includes('partner') === true;
  return ({ right }) => right === 'owner' || (right === 'manager' && isPartner);
}
