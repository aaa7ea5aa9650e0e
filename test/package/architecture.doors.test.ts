import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { filesBelow, root } from './stage';

const AREAS = ['nodes', 'credentials', 'sandbox', 'scripts', 'test', 'bench'];

const files = AREAS.flatMap((area) =>
	filesBelow(join(root, area))
		.filter((file) => file.endsWith('.ts'))
		.map((file) => `${area}/${file}`),
);
const sources = new Map(
	files.map((file) => [file, ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022)]),
);
const doors = files.filter((file) => /^nodes\/shared\/[^/]+\/index\.ts$/.test(file));

/** The names that a file gives on from others, with the star of a whole file as `*`. */
function givenOn(file: string): string[] {
	return sources
		.get(file)!
		.statements.filter(ts.isExportDeclaration)
		.flatMap(({ exportClause }) => {
			if (exportClause === undefined || !ts.isNamedExports(exportClause)) return ['*'];
			return exportClause.elements.map(({ name }) => name.text);
		});
}

/** The names that files outside a room take in through its door. */
function takenThrough(door: string): Set<string> {
	const room = dirname(door);
	const taken = new Set<string>();
	for (const [file, source] of sources) {
		if (file.startsWith(`${room}/`)) continue;
		for (const statement of source.statements) {
			if (!ts.isImportDeclaration(statement) || !leadsTo(file, statement, door)) continue;
			const bindings = statement.importClause?.namedBindings;
			if (bindings && ts.isNamedImports(bindings))
				for (const { name, propertyName } of bindings.elements) taken.add((propertyName ?? name).text);
		}
	}
	return taken;
}

function leadsTo(file: string, { moduleSpecifier }: ts.ImportDeclaration, door: string): boolean {
	if (!ts.isStringLiteral(moduleSpecifier) || !moduleSpecifier.text.startsWith('.')) return false;
	const path = join(dirname(file), moduleSpecifier.text);
	return [path, `${path}.ts`, `${path}/index.ts`].includes(door);
}

describe('doors', () => {
	test.each(doors)('%s gives on name by name, and only what somebody outside takes', (door) => {
		const taken = takenThrough(door);
		expect(taken.size).toBeGreaterThan(0);
		expect(givenOn(door).filter((name) => !taken.has(name))).toEqual([]);
	});
});
