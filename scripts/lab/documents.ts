import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../package';
import type { Random } from './random';

/** Where a document has to end: with an entry, with a person, still ready in Concur, or confirmed with nothing to post. */
export type Kind = 'entry' | 'person' | 'leftReady' | 'nothing';

export interface LabDocument {
	docId: string;
	sample: string;
	kind: Kind;
}

const SAMPLES = join(ROOT, 'sandbox', 'samples');

/** Samples that end otherwise than with an entry, by the beginning of their names; sandbox/samples/README.md says why. */
const OTHERWISE: Record<string, Kind> = { 15: 'person', 16: 'person', 17: 'person', 18: 'leftReady', 19: 'nothing' };

const files = readdirSync(SAMPLES)
	.filter((name) => /^\d.*\.json$/.test(name))
	.sort();

const kindOf = (file: string): Kind => OTHERWISE[file.slice(0, 2)] ?? 'entry';

/** Ids by which Concur, or the books, tell one document from another. */
const IDS = /"(id|reportId|cashAdvanceId|requestId|vendorInvoiceNumber)": "([^"]+)"/g;
const KEYS = /"(reportKey|reqKey)": (\d+)/g;

/** Sample documents without end, each a document of its own. */
export class DocumentSource {
	private count = 0;

	constructor(
		private readonly seed: number,
		private readonly random: Random,
	) {}

	/**
	 * Every sample in turn while they last, then any that ends with an entry and now and then another one.
	 *
	 * @param sample beginning of the sample's name, where it has to be that one
	 */
	next(sample?: string): { text: string; document: LabDocument } {
		const posted = files.filter((file) => kindOf(file) === 'entry');
		const any = files[this.count] ?? this.random.pick(this.random.chance(0.1) ? files : posted);
		const file = sample === undefined ? any : files.find((name) => name.startsWith(sample))!;
		this.count += 1;
		return this.variant(file, this.count);
	}

	/** The text stays as it is written, odd numbers included, but for what names the document. */
	private variant(file: string, number: number): { text: string; document: LabDocument } {
		const hash = (value: string) => createHash('sha256').update(`${this.seed} ${number} ${value}`).digest('hex');
		const text = readFileSync(join(SAMPLES, file), 'utf8')
			.replace(IDS, (_, name: string, value: string) => {
				const id = hash(value).slice(0, value.length);
				return `"${name}": "${name === 'id' ? id : id.toUpperCase()}"`;
			})
			.replace(KEYS, (_, name: string) => `"${name}": ${100_000 + number}`);
		const docId = /"id": "([^"]+)"/.exec(text)![1]!;
		return { text, document: { docId, sample: file.replace('.json', ''), kind: kindOf(file) } };
	}
}
