/** Who may know whom; `npm run check` fails on a breach. */
const rooms = '^(commands|projections|adapters|http|scripts|web|test)/';
const ports = '^adapters/[^/]+/port\\.ts$';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from: { path: from }, to });

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    rule('domain-knows-nobody', 'The domain is pure.', '^domain/', { path: rooms }),
    rule('domain-needs-only-pure-packages', 'No I/O in the domain.', '^domain/', {
      dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'core'],
      pathNot: 'node_modules/(zod|temporal-polyfill|any-ascii)/',
    }),
    rule('commands-know-domain-and-ports', 'Use cases see the outside through ports.', '^commands/', {
      path: '^(projections|adapters|http|scripts|web|test)/',
      pathNot: ports,
    }),
    rule('projections-know-domain-and-ports', 'Read models see the outside through ports.', '^projections/', {
      path: '^(adapters|http|scripts|web|test)/',
      pathNot: `${ports}|^adapters/(database/locks|rest|rounds)\\.ts$`,
    }),
    rule('adapters-know-no-door', 'Adapters implement ports.', '^adapters/', { path: '^(http|scripts|web|test)/' }),
    rule(
      'only-entrances-open-a-system',
      'One place wires everything.',
      '^(?!(http/server\\.ts|http/surface\\.ts|scripts/|test/|adapters/system))',
      {
        path: '^adapters/system',
      },
    ),
    rule('http-has-no-scripts', 'The doors know no tools.', '^http/', { path: '^(scripts|web|test)/' }),
    rule('web-knows-only-the-api', 'The page is a client like any other.', '^web/', {
      path: '^(domain|commands|projections|adapters|http|scripts|test)/',
    }),
    rule('nobody-knows-tests', 'Tests are not part of the house.', '^(?!test/)', { path: '^test/' }),
    rule('resolvable', 'Every import leads somewhere.', '^(?!web/)', { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/\\.vite)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
