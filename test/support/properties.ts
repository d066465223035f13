import fc from 'fast-check';

/**
 * fast-check with the same cases at every run, so that a change is judged by what it changes. `PROPERTY_SEED=<number>`
 * looks for new ones; what it finds becomes a case of its own in the test.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20260101) });

export { fc };
