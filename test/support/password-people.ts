import { AccountId } from '../../domain/kernel/ids.js';
import { caller, registrationForm, testAccounts } from './accounts.js';
import { eventually } from './eventually.js';

/** Passwords that keep the rules, each another one. */
export const nth = (index: number) => `Sonne-${2100 + index}`;

type Teardown = Parameters<typeof testAccounts>[0];

/** Accounts, and people who do with their passwords what can be done with them. */
export async function passwordPeople(t: Teardown) {
  const accounts = await testAccounts(t);
  const call = caller(accounts.app);

  async function newPerson() {
    const person = registrationForm(accounts.documents);
    await call('POST', '/api/v1/accounts', person);
    const token = await accounts.linkToken(person.userName);
    const session = (await call('POST', '/api/v1/accounts/validations', { token })).json();
    const known = await accounts.credentials.findByUserName(person.userName);
    const accountId = AccountId.parse(known?.accountId);
    const signIn = (password: string, more: object = {}, name = person.userName) =>
      call('POST', '/api/v1/sessions', { userName: name, password, ...more });
    const as = (accessToken: string) => ({
      call: (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) =>
        call(method, `/api/v1${path}`, body, { authorization: `Bearer ${accessToken}` }),
    });
    const change = async (password: string, newPassword: string, more: object = {}) => {
      const fresh = await signIn(password);
      const token = fresh.statusCode === 200 ? fresh.json().accessToken : session.accessToken;
      return as(token).call('PUT', '/me/password', { password, newPassword, ...more });
    };
    const types = async () => {
      const { events } = await accounts.log.load(`account-${accountId}`);
      return events.map(({ type }) => type).filter((type) => type.startsWith('Password'));
    };
    return { ...person, accountId, session, own: as(session.accessToken), as, signIn, change, types };
  }
  const mailsTo = (email: string, subject: string) =>
    eventually(async () => {
      const mails = (await accounts.mailbox.list({ to: email })).filter((mail) => mail.subject === subject);
      return mails.length === 0 ? null : mails;
    });
  /** What was asked for has been looked at: from here on the clock may move. */
  const requestsSettled = () =>
    eventually(async () => {
      const { rows } = await accounts.pool.query(
        `select from outbox where kind = 'password-reset' and sent_at is null`,
      );
      return rows.length === 0 ? true : null;
    });
  const linkIn = (text: string) =>
    new URL(/http\S+\/new-password\?token=\S+/.exec(text)?.[0] ?? '').searchParams.get('token') ?? '';
  const reset = (token: string, password: string) =>
    call('PUT', `/api/v1/password-resets/${encodeURIComponent(token)}`, { password });
  async function askForLink(email: string, count = 1): Promise<string> {
    await call('POST', '/api/v1/password-resets', { email });
    const [newest] = await eventually(async () => {
      const mails = (await accounts.mailbox.list({ to: email })).filter(({ subject }) => subject.startsWith('Neues'));
      return mails.length < count ? null : mails;
    });
    return linkIn(newest?.text ?? '');
  }
  return { accounts, call, newPerson, mailsTo, requestsSettled, reset, askForLink };
}
