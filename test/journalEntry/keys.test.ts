import { createHash } from 'node:crypto';
import { contentHash, postingKey } from '../../nodes/shared/journalEntry';
import type { HashedLine } from '../../nodes/shared/journalEntry/keys';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const docId = '0123456789abcdef0123456789abcdef';

describe('the posting key', () => {
	test.each([
		['as Concur gives it', 'p0012345', docId, `p0012345:${docId}`],
		['without an envelope', null, docId, `concur:${docId}`],
		['of exactly 50 characters', 'p'.repeat(17), docId, `${'p'.repeat(17)}:${docId}`],
		['of 51 characters', 'p'.repeat(18), docId, `${sha256('p'.repeat(18)).slice(0, 12)}:${docId}`],
		['with a document id longer than Concur’s', 'p1', `${docId}0`, `p1:${sha256(`${docId}0`).slice(0, 32)}`],
	])('%s', (_, companyId, id, key) => expect(postingKey(companyId, id)).toBe(key));
});

describe('the content hash', () => {
	const S = '\u001f';
	const cost: HashedLine = {
		account: '474230',
		debit: '10.00',
		costCenters: ['CC1', undefined, 'CC3'],
		project: 'P1',
		branch: '3',
		taxGroup: 'V1',
	};
	const partner: HashedLine = { partner: 'EMP1', credit: '10.00' };

	test('stays what it was in earlier versions, for entries that were posted by them', () => {
		const costText = ['474230', '', 'D10.00', 'CC1//CC3', 'P1', '3', 'V1'].join(S);
		const partnerText = ['', 'EMP1', 'C10.00', '', '', '', ''].join(S);
		expect(contentHash('USD', [cost, partner])).toBe(sha256(`USD\n${[costText, partnerText].sort().join('\n')}`));
	});

	test('does not depend on the order of the lines', () => {
		expect(contentHash('USD', [partner, cost])).toBe(contentHash('USD', [cost, partner]));
	});

	test.each<[string, Partial<HashedLine>]>([
		['account', { account: '474231' }],
		['amount', { debit: '10.01' }],
		['side', { debit: undefined, credit: '10.00' }],
		['cost center', { costCenters: ['CC1', 'CC3'] }],
		['project', { project: 'P2' }],
		['branch', { branch: '4' }],
		['tax group', { taxGroup: 'V2' }],
		['partner in place of the account', { account: undefined, partner: '474230' }],
	])('another %s is another content', (_, change) => {
		expect(contentHash('USD', [{ ...cost, ...change }, partner])).not.toBe(contentHash('USD', [cost, partner]));
	});
});
