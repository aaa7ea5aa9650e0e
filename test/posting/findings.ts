/** Reasons and warnings as short text, so that a test can say them whole: `code @ entry . field = value: finding`. */
import { REASONS, type ReviewReason } from '../../nodes/shared/review';

/** The finding alone: what to do follows it in every message, and is the same for all findings of a code. */
function findingOf({ code, message }: ReviewReason): string {
	const todo = (REASONS as Record<string, { todo: string }>)[code]?.todo;
	if (todo === undefined) return message;
	if (!message.endsWith(` ${todo}`)) throw new Error(`"${message}" does not say what to do about ${code}`);
	return message.slice(0, -todo.length - 1);
}

export function shortReason(found: ReviewReason): string {
	const { code, entry, field, value } = found;
	const place = [entry && `@ ${entry}`, field && `. ${field}`, value !== undefined && `= ${value}`].filter(Boolean).join(' ');
	return `${code}${place && ` ${place}`}: ${findingOf(found)}`;
}

/** What a person reads of the reasons, or where there is none of the warnings. */
export function findings({ reasons, warnings }: { reasons: ReviewReason[]; warnings: ReviewReason[] }): string[] {
	return (reasons.length > 0 ? reasons : warnings).map(shortReason);
}
