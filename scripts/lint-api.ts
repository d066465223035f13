import { createConfig, formatProblems, getTotals, lintFromString } from '@redocly/openapi-core';
import { apiDocument } from './api/document.js';
import { brokenRules } from './api/rules.js';

const usage = `usage: lint-api
Checks the OpenAPI document of the routes: against the specification and good practice (Redocly), and our own conventions.`;

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(usage);
    return 0;
  }
  const document = await apiDocument();
  const config = await createConfig({
    extends: ['recommended'],
    // Whoever runs a portal says what holds for its use; fixed words go before parameters, in every router that we know of.
    rules: { 'info-license': 'off', 'operation-4xx-response': 'off', 'no-ambiguous-paths': 'off' },
  });
  const source = JSON.stringify(document, null, 2);
  const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config });
  const { errors, warnings } = getTotals(problems);
  if (errors + warnings > 0)
    formatProblems(problems, { totals: getTotals(problems), version: '1', format: 'stylish', maxProblems: 300 });
  const broken = brokenRules(document);
  for (const rule of broken) console.error(rule);
  return errors + warnings + broken.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
