import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * Every dangerous or heavy thing has one door. A wrong import is told which door to use.
 * (Which layer may import which is checked by tests/architecture.)
 */
const doors = {
  ipcMain: {
    name: 'electron',
    importNames: ['ipcMain'],
    message: 'Messages are handled in electron/ipc only: add a channel to shared/ipc/channels.ts.',
  },
  xlsx: { name: 'xlsx', message: 'Spreadsheets are read in shared/sheet only.' },
  recharts: { name: 'recharts', message: 'Charts are drawn in renderer/charts only.' },
};

/** @param {(keyof typeof doors)[]} open @returns {import('eslint').Linter.RulesRecord} */
const doorsExcept = (...open) => ({
  '@typescript-eslint/no-restricted-imports': [
    'error',
    {
      paths: Object.entries(doors)
        .filter(([door]) => !open.some((name) => name === door))
        .map(([, path]) => path),
    },
  ],
});

const windowApi = {
  selector: "MemberExpression[property.name='handoff'][object.name=/^(window|globalThis|self)$/]",
  message: 'The window API is used in renderer/bridge only: take a Bridge.',
};
const rawHtml = {
  selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
  message: 'Text from a book is data, never HTML.',
};
const impure = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'shared/ knows no clock: take the time as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'shared/ knows no clock: take the time as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'shared/ is deterministic: take a seeded generator as an argument.',
  },
];

export default tseslint.config(
  { ignores: ['node_modules/', 'out/', 'dist/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    extends: [tseslint.configs.recommended],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'max-lines': ['error', { max: 450, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      ...doorsExcept(),
    },
  },
  {
    files: ['{shared,electron,renderer,tests}/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: { 'no-console': 'error', 'no-restricted-syntax': ['error', ...impure] },
  },
  {
    files: ['shared/sheet/**/*.ts', 'tests/{unit/sheet,bench}/**/*.ts'],
    rules: doorsExcept('xlsx'),
  },
  { files: ['electron/ipc/**/*.ts'], rules: doorsExcept('ipcMain') },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': ['error', windowApi, rawHtml],
    },
  },
  { files: ['renderer/charts/**/*.{ts,tsx}'], rules: doorsExcept('recharts') },
  {
    files: ['renderer/bridge/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', rawHtml] },
  },
);
