import { eventually } from './eventually.js';
import type { Portal } from './portal.js';

/** Waits for the newest mail to an address and answers the link in it that validates the account. */
export async function linkInMail(portal: Portal, to: string): Promise<string> {
  let link: string | undefined;
  await eventually(async () => {
    const mails = (await portal.system.mailbox?.list({ to })) ?? [];
    link = mails.map(({ text }) => /https?:\/\/\S+\/validate\?token=\S+/.exec(text)?.[0]).find(Boolean);
    return link !== undefined;
  });
  return link ?? '';
}
