type Block = Record<string, unknown>;

const isBlock = (value: unknown): value is Block => typeof value === 'object' && value !== null;
const blockOf = (value: unknown): Block => (isBlock(value) ? value : {});

/** Longest text of an error: enough to see what it is, and too short for a whole answer of another system. */
const LONGEST = 500;

const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, LONGEST) : '';

/**
 * An execution that failed, as a message.
 *
 * @param failed what n8n's Error Trigger gives: `{ workflow, execution }`, or `{ workflow, trigger }` where a trigger failed
 */
export function failureAlert(failed: Block): { subject: string; text: string; url: string } {
	const [workflow, execution] = [blockOf(failed.workflow), blockOf(failed.execution)];
	const error = blockOf(execution.error ?? blockOf(failed.trigger).error);
	const name = textOf(workflow.name) || 'A workflow';
	const node = textOf(execution.lastNodeExecuted) || textOf(blockOf(error.node).name);
	const url = textOf(execution.url);
	const lines = [
		textOf(error.message) || 'n8n gives no reason.',
		textOf(error.description),
		node && `In the node "${node}".`,
		'Documents are not lost: what was under way falls due again, and is looked up before anything is posted.',
		url,
	];
	return { subject: `"${name}" failed`, text: lines.filter((line) => line !== '').join('\n'), url };
}
