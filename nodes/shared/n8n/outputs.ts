/** The labels of an operation's outputs, in their order. */
export type Outputs = readonly string[];

/**
 * The outputs of a node whose operations have other ones, as its description states them: an expression that n8n works out from the
 * chosen operation, in the editor and as it runs.
 *
 * @param named the outputs of operations by name; one that is not among them has a single output without a label
 * @param chosen what gives the name in an expression: `resource:operation` unless told
 */
export function outputsExpression(
	named: Readonly<Record<string, Outputs | undefined>>,
	chosen = '$parameter.resource + ":" + $parameter.operation',
): `={{${string}}}` {
	const groups = new Map<string, string[]>();
	for (const [operation, outputs] of Object.entries(named)) {
		if (outputs === undefined) continue;
		const list = `[${outputs.map((label) => `{ type: "main", displayName: ${JSON.stringify(label)} }`).join(', ')}]`;
		groups.set(list, [...(groups.get(list) ?? []), operation]);
	}
	const choices = [...groups].map(([list, operations]) => `${JSON.stringify(operations)}.includes(${chosen}) ? ${list} : `);
	return `={{ ${choices.join('')}[{ type: "main" }] }}`;
}
