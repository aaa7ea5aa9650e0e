import { readDocuments } from '../../nodes/shared/document';
import { readBudgets } from '../../scripts/preview/budgets';
import { runFunds } from '../../scripts/preview/funds';
import { vectorsOf } from '../helpers/vectors';

/** Budgets, documents in their order, and what must stand after each. */
interface Vector {
	options: unknown;
	steps: { fisDocId: string; docType: string; document: unknown; expect: unknown }[];
}

test.each(vectorsOf<Vector>('fgi'))('funds vector %s', (_, { options, steps }) => {
	const { documents } = readDocuments(steps.map(({ fisDocId, docType, document }) => ({ id: fisDocId, docType, document })));
	const situations = runFunds(documents, readBudgets(options, 'options')).map(({ situation }) => situation);
	expect(JSON.stringify(situations)).toEqual(JSON.stringify(steps.map((step) => step.expect)));
});
