import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A new database on a server, a copy of another one (`template0` is an empty one). */
export async function createDatabase(
  serverUrl: string,
  template: string,
): Promise<{ readonly name: string; readonly url: string }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(
    serverUrl,
    `create database ${name} template ${template} encoding 'UTF8' locale 'C' strategy file_copy`,
  );
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { name, url: url.href };
}

export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await asAdmin(serverUrl, `drop database if exists ${name} with (force)`);
}

async function asAdmin(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
