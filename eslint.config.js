import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const typeChecked = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, arguments: false } }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
};

const everywhere = {
  ...typeChecked,
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-console': 'error',
  'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
  'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' }],
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
  '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
  '@typescript-eslint/no-invalid-void-type': 'off',
};

const node = ['domain', 'commands', 'projections', 'adapters', 'http', 'scripts', 'test'].map(
  (room) => `${room}/**/*.ts`,
);

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '.tap/',
      'data/',
      'coverage/',
      'docs/',
      'web/api/schema.d.ts',
      '**/*.{js,mjs}',
      '!scripts/*.mjs',
      '!eslint.config.js',
      '!web/public/push-worker.js',
    ],
  },
  {
    files: node,
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: everywhere,
  },
  {
    files: ['scripts/*.mjs', 'eslint.config.js', 'web/public/push-worker.js'],
    rules: {
      eqeqeq: everywhere.eqeqeq,
      'no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
      'prefer-const': 'error',
    },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict, jsxA11y.flatConfigs.strict, reactHooks.configs.flat.recommended],
    languageOptions: { parserOptions: { project: './web/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: everywhere,
  },
  {
    files: ['domain/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'setTimeout', 'setInterval', 'fetch', 'console'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The domain has no random: pass it in.' },
        { object: 'Date', property: 'now', message: 'The domain has no clock: commands carry `at`.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ClassDeclaration', message: 'No classes in the domain.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
      ],
    },
  },
  // Types of Fastify and of the router are widened by declaration merging, which only interfaces can do.
  {
    files: ['http/caller.ts', 'http/plugins/*.ts', 'web/shell/router.ts'],
    rules: { '@typescript-eslint/consistent-type-definitions': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
        ...[':matches(ObjectExpression, ArrayExpression):nth-child(2) ', ''].map((inside) => ({
          selector: `CallExpression[callee.object.name='t'][callee.property.name='match'] > ${inside}ArrayExpression[elements.length=0]${inside === '' ? ':nth-child(2)' : ''}`,
          message: 't.match takes a list for the beginning of one, so that [] matches every list: say { length: 0 }.',
        })),
      ],
    },
  },
  { files: ['scripts/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    // Tests look into answers whose shape they are about to check.
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    ignores: ['test/support/properties.ts'],
    rules: {
      'no-restricted-imports': ['error', { name: 'fast-check', message: 'test/support/properties.ts has its seed.' }],
    },
  },
);
