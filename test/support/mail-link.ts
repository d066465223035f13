import { eventually } from './eventually.js';
import type { Portal } from './portal.js';

/** Waits for the newest mail to an address and answers the link in it that validates the account. */
export async function linkInMail(portal: Portal, to: string): Promise<string> {
  let link: string | undefined;
  await eventually(async () => {
    const [mail] = (await portal.system.mailbox?.list({ to })) ?? [];
    link = /https?:\/\/\S+\/validate\?token=\S+/.exec(mail?.text ?? '')?.[0];
    return link !== undefined;
  });
  return link ?? '';
}
