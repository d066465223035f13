import t from 'tap';
import { callJson, newOwner } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { eventually } from '../support/eventually.js';

const { url, system } = await testPortal(t, { AUDIT_MAIL_TO: 'audit@example.org' });

t.test('the portal mails its roots to auditors', async (t) => {
  const mails = async () => (await callJson(`${url}/dev/mails?to=audit@example.org`, 'GET')).body.items;
  await newOwner(url);
  // Null when the worker was quicker.
  await system.dailyRoots.make();
  const [root] = await system.dailyRoots.list();
  await eventually(async () => (await mails()).length === 1);
  const [mail] = await mails();
  t.match(mail, { subject: /daily root/, html: null });
  const file = await fetch(`${url}/dev/mails/${mail.id}/attachments/1`);
  t.equal(file.headers.get('content-disposition'), 'attachment; filename="roots.jsonl"');
  t.match(root, JSON.parse(await file.text()));
  t.equal((await fetch(`${url}/dev/mails/${mail.id}/attachments/2`)).status, 404);
  t.match(await (await fetch(`${url}/dev/mails/${mail.id}`)).text(), /<pre>Guten Tag,/);
  t.match(await (await fetch(`${url}/dev/mailbox`)).text(), `href="/dev/mails/${mail.id}/attachments/1">roots.jsonl`);
});
