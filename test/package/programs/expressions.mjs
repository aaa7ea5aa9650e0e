/**
 * `node expressions.mjs <folder>`: regular expressions of the TypeScript files in it whose time can grow faster than the text they
 * search. Prints the findings; exit code 1 when there are some.
 */
import parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import regexp from 'eslint-plugin-regexp';

const report = { report: 'potential' };

const eslint = new ESLint({
	cwd: process.argv[2],
	allowInlineConfig: false,
	overrideConfigFile: true,
	overrideConfig: {
		files: ['**/*.ts'],
		languageOptions: { parser },
		plugins: { regexp },
		rules: {
			'regexp/no-super-linear-backtracking': ['error', report],
			'regexp/no-super-linear-move': ['error', { ...report, ignoreSticky: true }],
		},
	},
});
const results = await eslint.lintFiles(['{nodes,credentials}/**/*.ts']);
const findings = results.flatMap(({ filePath, messages }) =>
	messages.map(({ line, message }) => `${filePath}:${line} ${message}`),
);
console.log(`${results.length} files\n${findings.join('\n')}`);
process.exitCode = findings.length === 0 && results.length > 0 ? 0 : 1;
